/** A quiet table: lines between rows, the person strongest; a list of the same where the table has no room. */
import { css } from 'lit';

export const contactTableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }

  th,
  td {
    padding-block: 14px;
    padding-inline: 0 24px;
    border-block-end: 1px solid var(--_line);
    font-weight: inherit;
    line-height: 1.45;
    /* a cell's text may run the other way than its table; it is on the side of its header all the same */
    direction: inherit;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    vertical-align: baseline;
  }

  :is(th, td):last-child {
    padding-inline-end: 0;
  }

  thead th {
    padding-block: 0;
    padding-inline-end: 8px;
    border-block-end: 2px solid currentcolor;
    font-size: 0.9em;
    font-weight: 650;
    vertical-align: bottom;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    text-align: start;
    min-block-size: 44px;
  }

  .sort:hover span {
    text-decoration: underline;
  }

  .sort svg {
    flex: none;
  }

  td:empty::before {
    content: '–';
    font-weight: 400;
  }

  [part~='name'],
  .card:not(:has([part~='name'])) [part~='organisation'] {
    font-weight: 650;
  }

  :is([part~='role'], [part~='sector'], [part~='region'], [part~='checked']) {
    font-size: 0.9em;
  }

  .email,
  .phone {
    hyphens: none;
  }

  sup {
    font-size: 0.7em;
    font-weight: 400;
    line-height: 0;
  }

  :is(th, .card) [part='website'],
  td .stale {
    display: block;
    font-weight: 400;
  }

  .card .stale::before {
    content: '· ';
  }

  /* the address may break, its buttons stay with the end: they stand in room that is kept free for them and ask none themselves */
  .address {
    position: relative;
    display: block;
    padding-inline-end: 60px;
    white-space: nowrap;
  }

  .address a {
    white-space: normal;
  }

  [part='list'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr));
    column-gap: 32px;
  }

  .card {
    padding-block: 16px;
    border-block-end: 1px solid var(--_line);
  }

  .card [part~='name'] {
    font-size: 1.1em;
    line-height: 1.3;
  }

  /* 44 px to press, and room for the focus ring */
  .card :is([part~='email'], [part~='phone']) {
    padding-block: 17px;
  }

  .card :is(.email, .phone) {
    padding-block: 14px;
  }

  .sources,
  .next {
    margin-block-start: 16px;
  }

  .sources .plain {
    display: inline-block;
  }

  @media print {
    tr,
    .card {
      break-inside: avoid;
    }

    /* paper is narrow, and has no buttons to keep room for */
    table {
      font-size: 0.75em;
      table-layout: auto;
    }

    .address {
      padding: 0;
    }

    .sort svg {
      display: none;
    }

    [part='website']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
