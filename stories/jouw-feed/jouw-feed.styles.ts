import { css } from 'lit';

export const jouwFeedStyles = css`
  .page {
    display: grid;
    gap: 48px;
    max-inline-size: 1120px;
  }

  .page > * {
    min-inline-size: 0;
  }

  h1 {
    margin-block-end: 16px;
    font-size: clamp(1.75rem, 1.2rem + 2.5vw, 2.75rem);
    letter-spacing: -0.02em;
  }

  h2 {
    font-size: 1.5rem;
  }

  h2:focus-visible {
    outline-offset: 6px;
  }

  h3 {
    font-size: 1.25rem;
  }

  section {
    display: grid;
    gap: 24px;
  }

  section > * {
    min-inline-size: 0;
  }

  .field {
    display: grid;
    gap: 8px;
  }

  label,
  legend {
    padding: 0;
    font-weight: 600;
  }

  .field p {
    font-size: 0.9em;
  }

  .fields {
    display: grid;
    gap: 32px;
  }

  .address {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .address input {
    flex: 1 1 16rem;
  }

  input:not([type='radio'], [type='checkbox'], [type='file']),
  textarea {
    min-inline-size: 0;
    min-block-size: 48px;
    padding: 8px 16px;
    border: 1.5px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
  }

  [aria-invalid='true'] {
    border-color: var(--_error);
    border-width: 3px;
  }

  input[type='file'] {
    max-inline-size: 100%;
    min-block-size: 44px;
    padding-block: 8px;
  }

  input:is([type='radio'], [type='checkbox']) {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_action);
  }

  textarea {
    inline-size: 100%;
    min-block-size: 16rem;
    font:
      0.9em/1.5 ui-monospace,
      monospace;
    resize: vertical;
    white-space: pre;
    hyphens: manual;
  }

  .wrong {
    max-inline-size: 70ch;
    color: var(--_error);
    font-weight: 600;
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    font-weight: 400;
  }

  .findings {
    display: grid;
    gap: 24px;
    padding: 0;
    list-style: none;
  }

  .findings li {
    padding-inline-start: 16px;
    border-inline-start: 4px solid currentcolor;
  }

  .findings .problem {
    border-color: var(--_error);
  }

  .level {
    font-weight: 700;
  }

  .problem .level {
    color: var(--_error);
  }

  code {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
    overflow-wrap: anywhere;
    hyphens: manual;
  }

  .widths {
    display: grid;
    gap: 32px;
    padding: 0;
    list-style: none;
  }

  .widths > li {
    min-inline-size: 0;
  }

  .caption {
    margin-block-end: 8px;
    font-size: 0.9em;
  }

  .window {
    inline-size: fit-content;
    max-inline-size: 100%;
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: 4px;
  }

  .site {
    padding: 16px;
  }

  .w360 {
    inline-size: 360px;
  }

  .w768 {
    inline-size: 768px;
  }

  .w1120 {
    inline-size: 1120px;
  }
`;
