/** How the form looks: one column, large fields, the invitation led by its date. */
import { css } from 'lit';

export const joinStyles = css`
  .join,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 3);
    max-inline-size: 36em;
  }

  .join > .title {
    font-size: 1.65em;
  }

  .join > .title:focus-visible {
    outline-offset: 6px;
  }

  /* the heading has the focus, the whole of what it is about shows it */
  :is(.summary, .answer, .invite) :is(.title, .summary-title):focus-visible {
    outline: none;
    box-shadow: none;
  }

  :is(.summary, .answer, .invite):has(:is(.title, .summary-title):focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }

  .intro {
    white-space: pre-line;
  }

  .field label,
  legend {
    font-weight: 600;
  }

  legend {
    padding: 0;
  }

  fieldset {
    min-inline-size: 0;
  }

  .hint,
  .optional {
    font-size: 0.9em;
  }

  .optional {
    font-weight: 400;
    white-space: nowrap;
  }

  :is(input:not([type='checkbox']), select, textarea) {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    margin-block-start: var(--_u);
    padding: 10px 12px;
    border: 1.5px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    line-height: 1.4;
  }

  /* in WebKit a long choice would widen the page */
  select {
    contain: paint;
    text-overflow: ellipsis;
  }

  option {
    background: var(--_background);
    color: var(--_text);
  }

  textarea {
    resize: vertical;
  }

  :is(input:not([type='checkbox']), select, textarea):focus-visible {
    border-radius: var(--_radius);
    outline-offset: 2px;
  }

  .bad {
    padding-inline-start: calc(var(--_u) * 2);
    border-inline-start: 4px solid var(--_error);
  }

  .bad :is(input:not([type='checkbox']), select, textarea) {
    border: 2.5px solid var(--_error);
  }

  .error {
    color: var(--_error);
    font-weight: 600;
  }

  .needs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    column-gap: calc(var(--_u) * 2);
  }

  .field .check {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding-block: 9px;
    font-weight: 400;
    line-height: 1.45;
  }

  .check input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_action);
  }

  .mail {
    padding-inline-start: calc(var(--_u) * 2);
    border-inline-start: 4px solid currentcolor;
  }

  form .button {
    min-block-size: 48px;
  }

  [aria-disabled='true'] {
    cursor: progress;
  }

  .invite,
  .dated {
    display: grid;
    gap: calc(var(--_u) * 2) calc(var(--_u) * 3);
  }

  .invite {
    row-gap: calc(var(--_u) * 3);
    padding: calc(var(--_u) * 3);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_wash);
  }

  .invite .title {
    font-size: 1.4em;
  }

  .session-title {
    font-size: 1.15em;
    line-height: 1.3;
    font-weight: var(--_heading-weight);
  }

  @container box (min-width: 28em) {
    .invite {
      padding: calc(var(--_u) * 4);
    }

    .dated {
      grid-template-columns: fit-content(10em) minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .bad {
      border-inline-start-style: double;
    }
  }
`;
