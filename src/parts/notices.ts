/** What is said about loading, and how loading, failing and having nothing look. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../i18n/common.ts';

/**
 * @param retry what trying again does; without it there is nothing to try
 * @param kind `error` when nothing can be shown; `floating` stays in sight wherever the visitor is
 */
export function notice(
  { retry: label }: Pick<CommonWords, 'retry'>,
  lines: readonly string[],
  retry: (() => unknown) | false,
  kind: 'error' | 'floating' | '' = '',
): TemplateResult {
  return html`<div class="notice row ${kind === 'floating' ? kind : ''}" part="notice ${kind}" role="status">
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${
      retry
        ? html`<button class=${kind ? 'button quiet' : 'link-button'} part="button" type="button" @click=${retry}>${label}</button>`
        : nothing
    }
  </div>`;
}

export const noticeStyles = css`
  .notice {
    margin-block: 16px;
    padding-inline-start: 16px;
    border-inline-start: 4px solid currentcolor;
  }

  .notice p {
    max-inline-size: 60ch;
  }

  .floating {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    padding-block: 8px;
    background: var(--_background);
  }

  .empty {
    padding-block: 24px;
  }

  .skeleton {
    min-block-size: 160px;
    padding: 24px;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
`;
