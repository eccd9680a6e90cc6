/** The grid of cards and its chapters. */
import { css } from 'lit';

export const storyListStyles = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 48px 32px;
  }

  /* no list item to the browser: it would count through all of them when a dialog opens */
  .grid > li {
    display: block;
  }

  /* of a first page every card is laid out: what a browser remembers of one in another width would leave a gap */
  .grid > li:nth-child(n + 13) {
    content-visibility: auto;
    /* a little less than a card: what is reserved for the list must hold it before its cards are measured too */
    contain-intrinsic-size: auto 34em;
    /* room for the focus ring, which content-visibility would cut off */
    overflow-clip-margin: 8px;
  }

  .chapter + .chapter {
    margin-block-start: 64px;
  }

  .chapter-title {
    font-size: clamp(1.4em, 4cqi, 1.9em);
  }

  .chapter-about {
    margin-block: 8px 32px;
  }

  .chapter-title + .grid {
    margin-block-start: 24px;
  }

  .more {
    margin-block-start: 40px;
  }

  @media print {
    .grid > li {
      break-inside: avoid;
    }
  }
`;
