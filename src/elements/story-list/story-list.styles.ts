/** The grid of cards and its chapters. */
import { css } from 'lit';

export const storyListStyles = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    gap: calc(var(--_u) * 6) calc(var(--_u) * 4);
  }

  .grid > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 34rem;
    /* room for the focus ring, which content-visibility would cut off */
    overflow-clip-margin: 8px;
  }

  .chapter + .chapter {
    margin-block-start: calc(var(--_u) * 8);
  }

  .chapter-title {
    font-size: clamp(1.4em, 4cqi, 1.9em);
  }

  .chapter-about {
    margin-block: var(--_u) calc(var(--_u) * 4);
  }

  .chapter-title + .grid {
    margin-block-start: calc(var(--_u) * 3);
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_u) calc(var(--_u) * 3);
    margin-block-start: calc(var(--_u) * 5);
  }

  @media print {
    .grid > li {
      break-inside: avoid;
    }
  }
`;
