/** How loading, failing and having nothing look. */
import { css } from 'lit';

export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_u) calc(var(--_u) * 3);
    margin-block: calc(var(--_u) * 2);
    padding-inline-start: calc(var(--_u) * 2);
    border-inline-start: 4px solid currentcolor;
  }

  .notice p {
    max-inline-size: 60ch;
  }

  .empty {
    padding-block: calc(var(--_u) * 3);
  }

  .skeleton {
    min-block-size: calc(var(--_u) * 20);
    padding: calc(var(--_u) * 3);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
`;
