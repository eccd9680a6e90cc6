/**
 * What every element starts from: the roles of colour, shape and space, each read through a chain that ends in the page's own look,
 * and a reset that keeps the page's resets out. On an inner wrapper, because a page's `*{}` beats `:host` and a value on `:host` would
 * beat the page's theme.
 */
import { css } from 'lit';

export const baseStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  :host([hidden]),
  ::slotted([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .meedoen {
    --_accent: var(
      --meedoen-accent-color,
      var(--utrecht-link-color, var(--nl-link-color, var(--basis-color-action-1-color-default, var(--_link, LinkText))))
    );
    --_action: var(
      --meedoen-action-background-color,
      var(
        --utrecht-button-primary-action-background-color,
        var(
          --utrecht-button-background-color,
          var(--nl-button-primary-background-color, var(--basis-color-action-1-inverse-bg-default, var(--_accent)))
        )
      )
    );
    --_on-action: var(
      --meedoen-action-color,
      var(
        --utrecht-button-primary-action-color,
        var(--utrecht-button-color, var(--nl-button-primary-color, var(--basis-color-action-1-inverse-color-default, var(--_contrast))))
      )
    );
    --_text: var(
      --meedoen-color,
      var(--utrecht-document-color, var(--nl-paragraph-color, var(--basis-color-default-color-document, currentcolor)))
    );
    /* measured, not a theme's token: what the page is really painted with, and never see-through */
    --_background: var(--meedoen-background-color, var(--_paper, Canvas));
    --_heading: var(--meedoen-heading-color, var(--utrecht-heading-2-color, var(--nl-heading-level-2-color, currentcolor)));
    --_heading-font: var(
      --meedoen-heading-font-family,
      var(
        --utrecht-heading-2-font-family,
        var(--utrecht-heading-font-family, var(--nl-heading-font-family, var(--basis-heading-font-family, inherit)))
      )
    );
    --_heading-weight: var(--meedoen-heading-font-weight, var(--utrecht-heading-2-font-weight, var(--nl-heading-level-2-font-weight, 650)));
    --_error: var(
      --meedoen-error-color,
      var(
        --utrecht-form-field-error-message-color,
        var(--nl-form-field-error-message-color, var(--basis-color-negative-color-default, var(--_red)))
      )
    );
    --_control-border: var(
      --meedoen-control-border-color,
      var(--utrecht-textbox-border-color, var(--nl-text-input-border-color, var(--basis-form-control-border-color, currentcolor)))
    );
    --_focus: var(--meedoen-focus-color, var(--utrecht-focus-outline-color, var(--basis-focus-outline-color, currentcolor)));
    --_radius: var(
      --meedoen-border-radius,
      var(--utrecht-button-border-radius, var(--nl-button-border-radius, var(--basis-border-radius-md, 4px)))
    );
    --_line: var(--meedoen-line-color, color-mix(in srgb, currentcolor 22%, transparent));
    --_wash: var(--meedoen-wash-color, color-mix(in srgb, currentcolor 4%, transparent));
    --_red: light-dark(#96101a, #ffb3ae);
    --_u: 8px;
    --_contrast: Canvas;

    all: initial;
    display: block;
    direction: inherit;
    font: inherit;
    font-size: max(1em, 14px);
    font-style: normal;
    font-weight: 400;
    line-height: 1.55;
    color: var(--_text);
    color-scheme: inherit;
    text-underline-offset: 0.18em;
    hyphens: auto;
    overflow-wrap: anywhere;
  }

  /* black or white, whichever contrasts more with the action colour (lightness 49.44 is where both do the same); red that is dark on light and light on dark */
  @supports (color: lch(from red l c h)) {
    .meedoen {
      --_contrast: lch(from var(--_action) calc((49.44 - l) * infinity) 0 0);
      --_red: lch(from var(--_background) clamp(30, (49.44 - l) * infinity, 82) 55 30);
    }
  }

  /* how wide this would like to be in a float or a flex row, where a size container counts as nothing */
  .meedoen::before {
    content: '. .';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    word-spacing: 60em;
  }

  .box {
    container: box / inline-size;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-family: var(--_heading-font);
    font-size: 1em;
    font-weight: var(--_heading-weight);
    line-height: 1.2;
    color: var(--_heading);
    text-wrap: balance;
  }

  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  ul,
  ol {
    padding-inline-start: 1.2em;
  }

  .plain {
    padding: 0;
    list-style: none;
  }

  /* line and thickness apart: not every browser reads them as one */
  a,
  .link-button,
  summary {
    color: var(--_accent);
    text-decoration-line: underline;
    text-decoration-thickness: 0.06em;
  }

  a:hover,
  .link-button:hover {
    text-decoration-thickness: 0.14em;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }

  button {
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
    border-radius: 2px;
    /* the other tone of a theme whose ring has two */
    box-shadow: 0 0 0 7px var(--utrecht-focus-inverse-outline-color, var(--basis-focus-inverse-outline-color, transparent));
  }

  .stack > * + * {
    margin-block-start: 8px;
  }

  /* things beside each other, as many as fit */
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 24px;
  }

  .meta {
    font-size: 0.9em;
    line-height: 1.45;
  }

  .text {
    max-inline-size: 70ch;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* the main actions: one filled, others quiet, all at least 44 px */
  .button,
  .link-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    hyphens: manual;
  }

  .button {
    padding: 8px 24px;
    border: 1.5px solid var(--_action);
    border-radius: var(--_radius);
    background: var(--_action);
    color: var(--_on-action);
    text-decoration-line: none;
  }

  .button:hover {
    text-decoration-line: underline;
  }

  .button.quiet {
    border-color: currentcolor;
    background: none;
    color: inherit;
  }

  /* a chevron, not each browser's own triangle */
  summary {
    display: block;
    inline-size: fit-content;
    padding-block: 10px;
    font-weight: 600;
    cursor: pointer;
  }

  summary > * {
    display: inline;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::after {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline-start: 0.6em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    translate: 0 -0.2em;
    rotate: 45deg;
  }

  [open] > summary::after {
    translate: none;
    rotate: 225deg;
  }

  @media print {
    .no-print {
      display: none !important;
    }

    :is(h2, h3, h4, h5, h6) {
      break-after: avoid;
    }
  }
`;
