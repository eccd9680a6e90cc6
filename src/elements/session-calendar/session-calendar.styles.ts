/** How the agenda looks. */
import { css } from 'lit';

export const sessionCalendarStyles = css`
  .views {
    display: flex;
    gap: 24px;
    margin-block-end: 8px;
  }

  .views button {
    min-block-size: 44px;
    padding: 0 0 3px;
    font-weight: 600;
  }

  .views [aria-pressed='true'] {
    padding: 0;
    /* not a border that is transparent for the other: forced colours show that too */
    border-block-end: 3px solid var(--_accent);
  }

  :is(.group, .invite) + .group {
    margin-block-start: 40px;
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
    gap: 8px 16px;
    padding-block: 24px;
  }

  .session,
  .subscribe {
    border-block-start: 1px solid var(--_line);
  }

  .group-title + .session {
    margin-block-start: 16px;
  }

  .session-title {
    font-size: 1.3em;
    line-height: 1.25;
  }

  .session-link {
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 0.06em;
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
    gap: 8px 24px;
  }

  summary > * {
    font: inherit;
    color: inherit;
  }

  .done {
    margin-block-start: 16px;
    padding: 16px 20px;
    border-radius: var(--_radius);
    background: var(--_wash);
  }

  .done li + li {
    margin-block-start: 4px;
  }

  .people li {
    padding-block: 4px;
  }

  .more {
    padding-block: 24px;
  }

  /* above the sessions stands the line of the filters already */
  .group + .more {
    border-block-start: 1px solid var(--_line);
  }

  .subscribe {
    margin-block-start: 32px;
    padding-block: 8px;
  }

  /* too narrow for two columns: the date on a line of its own */
  @container box (width < 24em) {
    .session .date,
    .session .date time {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.5em;
    }
  }

  @container box (min-width: 24em) {
    .session {
      grid-template: auto 1fr / 5.25em minmax(0, 1fr);
      row-gap: 0;
    }

    .date {
      grid-row: 1 / 3;
    }

    .act {
      grid-column: 2;
      padding-block-start: 8px;
    }
  }

  @container box (min-width: 44em) {
    .session {
      grid-template-columns: 8.5em minmax(0, 1fr);
      column-gap: 24px;
    }

    .doing {
      grid-template-columns: 8.5em minmax(0, 1fr) 11.5em;
    }

    .doing .act {
      grid-area: 1 / 3 / 3;
      flex-direction: column;
      align-items: flex-start;
      padding: 0;
    }
  }

  /* wide enough for whole lines beside what is to do */
  @container box (min-width: 66em) {
    .session:has(> .act) {
      grid-template-columns: 8.5em minmax(0, 1fr) 11.5em;
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
