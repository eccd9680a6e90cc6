/** How the month looks. */
import { css } from 'lit';

export const monthViewStyles = css`
  .month-title {
    font-size: 1.25em;
  }

  .month-title > span {
    display: inline-block;
  }

  .month-title > ::first-letter,
  .loose summary::first-letter {
    text-transform: uppercase;
  }

  .month-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_u) * 3);
    margin-block-end: var(--_u);
  }

  .month-steps {
    display: flex;
    align-items: center;
    gap: var(--_u);
    margin-inline-start: auto;
  }

  .step {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
  }

  .step:hover {
    background: var(--_wash);
  }

  .step:dir(rtl) .icon {
    rotate: 180deg;
  }

  .month-choice {
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1.5px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
  }

  .loose {
    margin-block: var(--_u);
  }

  .loose .start-note {
    margin-inline-start: var(--_u);
  }

  .loose summary {
    min-block-size: 44px;
    align-content: center;
    font-weight: 600;
    cursor: pointer;
  }

  .loose .link-button {
    text-align: start;
  }

  .grid {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }

  .grid th {
    padding: var(--_u);
    border-block-end: 2px solid currentcolor;
    font-size: 0.9em;
    font-weight: 650;
    text-align: start;
  }

  .grid td {
    block-size: 6em;
    padding: var(--_u);
    border: 1px solid var(--_line);
    vertical-align: top;
  }

  .calendar > .meta {
    margin-block-start: var(--_u);
  }

  .number {
    display: inline-block;
    min-inline-size: 1.9em;
    margin-inline-start: -0.3em;
    padding-inline: 0.3em;
    border-radius: 2em;
    font-size: 0.9em;
    line-height: 1.9;
    font-variant-numeric: tabular-nums;
  }

  .today .number {
    text-align: center;
    font-weight: 650;
    background: var(--_action);
    color: var(--_on-action);
    print-color-adjust: exact;
  }

  .event {
    display: block;
    inline-size: 100%;
    min-block-size: 24px;
    margin-block-start: var(--_u);
    padding: 0;
    border: 0;
    background: none;
    font-size: 0.9em;
    font-weight: 600;
    line-height: 1.3;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
    hyphens: auto;
  }

  .event:hover {
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.1em;
  }

  /* the ring stays within the room between one session and the next, and the lines of the day */
  .event:focus-visible {
    outline-offset: 1px;
  }

  .event .time {
    font-variant-numeric: tabular-nums;
  }

  /* in words in its note */
  [part~='postponed'] .time {
    text-decoration: line-through;
  }

  .event .note {
    /* a block of its own kind, which the underline of the rest does not reach */
    display: inline-block;
    inline-size: 100%;
    font-weight: 400;
  }

  @media (forced-colors: active) {
    .today .number {
      outline: 2px solid CanvasText;
    }
  }
`;
