/** How the agenda looks. */
import { css } from 'lit';

export const sessionCalendarStyles = css`
  .views {
    display: flex;
    gap: calc(var(--_u) * 3);
    margin-block-end: var(--_u);
  }

  .views button {
    min-block-size: 44px;
    padding: 0 0 3px;
    border: 0;
    background: none;
    font-weight: 600;
  }

  .views [aria-pressed='true'] {
    padding: 0;
    /* not a border that is transparent for the other: forced colours show that too */
    border-block-end: 3px solid var(--_accent);
  }

  :is(.group, .invite) + .group {
    margin-block-start: calc(var(--_u) * 5);
  }

  .group-title {
    font-size: 1.25em;
  }

  .state > :first-child {
    display: inline-block;
  }

  .group-title::first-letter,
  .fact::first-letter,
  .state > :first-child::first-letter {
    text-transform: uppercase;
  }

  .session {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_u) calc(var(--_u) * 2);
    padding-block: calc(var(--_u) * 3);
  }

  .session,
  .subscribe {
    border-block-start: 1px solid var(--_line);
  }

  .group-title + .session {
    margin-block-start: calc(var(--_u) * 2);
  }

  .session-title {
    font-size: 1.3em;
    line-height: 1.25;
  }

  .session-link {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
    hyphens: inherit;
    text-wrap: inherit;
  }

  .session-link:hover {
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.1em;
  }

  .state .was {
    display: block;
  }

  .act {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_u) calc(var(--_u) * 3);
  }

  .add summary {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    inline-size: fit-content;
    font-weight: 600;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
    list-style: none;
    cursor: pointer;
  }

  summary > * {
    font: inherit;
    color: inherit;
  }

  .add summary::-webkit-details-marker {
    display: none;
  }

  .add summary::after {
    content: '';
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline-start: 0.6em;
    margin-block-end: 0.2em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }

  .add[open] summary::after {
    margin-block-end: -0.2em;
    rotate: 225deg;
  }

  .done {
    margin-block-start: calc(var(--_u) * 2);
    padding: calc(var(--_u) * 2) calc(var(--_u) * 2.5);
    border-radius: var(--_radius);
    background: var(--_wash);
  }

  .done li + li {
    margin-block-start: calc(var(--_u) / 2);
  }

  .people li {
    padding-block: 4px;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_u) calc(var(--_u) * 3);
    padding-block: calc(var(--_u) * 3);
  }

  /* above the sessions stands the line of the filters already */
  .group + .more {
    border-block-start: 1px solid var(--_line);
  }

  .subscribe {
    margin-block-start: calc(var(--_u) * 4);
    padding-block: var(--_u);
  }

  /* too narrow for two columns: the date on a line of its own */
  @container box (width < 24rem) {
    .session .date,
    .session .date time {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.5em;
    }
  }

  @container box (min-width: 24rem) {
    .session {
      grid-template: auto 1fr / 5.25rem minmax(0, 1fr);
      row-gap: 0;
    }

    .date {
      grid-row: 1 / 3;
    }

    .act {
      grid-column: 2;
      padding-block-start: var(--_u);
    }
  }

  @container box (min-width: 44rem) {
    .session {
      grid-template-columns: 8.5rem minmax(0, 1fr);
      column-gap: calc(var(--_u) * 3);
    }

    .doing {
      grid-template-columns: 8.5rem minmax(0, 1fr) 11.5rem;
    }

    .doing .act {
      grid-area: 1 / 3 / 3;
      flex-direction: column;
      align-items: flex-start;
      padding: 0;
    }
  }

  /* wide enough for whole lines beside what is to do */
  @container box (min-width: 66rem) {
    .session:has(> .act) {
      grid-template-columns: 8.5rem minmax(0, 1fr) 11.5rem;
    }

    /* its first line beside the title's */
    .session:not(.doing) .act {
      grid-area: 1 / 3 / 3;
      align-items: flex-start;
      margin-block-start: -0.4em;
      padding: 0;
    }
  }

  @media print {
    .session {
      break-inside: avoid;
    }
  }
`;
