/** How loading, failing and having nothing look. */
import { css } from 'lit';

export const noticeStyles = css`
  .notice {
    margin-block: 16px;
    padding-inline-start: 16px;
    border-inline-start: 4px solid currentcolor;
  }

  .notice p {
    max-inline-size: 60ch;
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
