/**
 * What only the reader shows of a story or a session: figures, lists of links, the look of both. Markup only; every text is the feed's.
 */
import { css, html, nothing } from 'lit';
import type { Figure, Link } from '../feed/schema.ts';
import { linkOr } from './pieces.ts';

/** Figures with what they count, as a list of terms: the number large. */
export function figureList(figures: readonly Figure[]): unknown {
  if (!figures.length) return nothing;
  return html`<dl class="figures" part="figures">
    ${figures.map(
      ({ value, label }) =>
        html`<div part="figure">
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

export function linkList(links: readonly Link[]): unknown {
  if (!links.length) return nothing;
  return html`<ul class="plain links" part="links">
    ${links.map(({ title, url }) => html`<li>${linkOr(title, url)}</li>`)}
  </ul>`;
}

export const readerStyles = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    gap: 24px;
    padding-block: 16px;
    border-block: 1px solid var(--_line);
  }

  .figures div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    line-height: 1.35;
  }

  .figures dd {
    font-size: 2em;
    font-weight: 650;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }

  .links li,
  .people li {
    padding-block: 4px;
  }

  .reader > * + * {
    margin-block-start: 32px;
  }

  .reader > .reader-lead {
    margin-block-start: 16px;
    font-size: 1.2em;
    line-height: 1.45;
  }

  .reader .portrait {
    aspect-ratio: auto;
    max-inline-size: 24em;
  }

  .reader .portrait img {
    block-size: auto;
    max-block-size: 70vb;
  }

  .reader .broken {
    aspect-ratio: var(--_room);
    max-block-size: 70vb;
  }

  /* of a picture that isn't there */
  .broken + figcaption {
    visibility: hidden;
  }

  .reader figcaption {
    margin-block-start: 8px;
  }

  .reader .quoted blockquote {
    font-size: clamp(1.25em, 4cqi, 1.6em);
  }

  .reader-heading {
    margin-block-end: 8px;
    font-size: 1.2em;
  }

  [part='tip'] {
    display: grid;
    grid-template-columns: 1.6em 1fr;
    padding-block: 4px;
  }

  [part='tip'] .icon {
    margin-block-start: 0.25em;
    color: var(--_accent);
  }

  /* on paper a box to tick */
  @media print {
    [part='tip'] .icon {
      border: 1px solid #000;
    }

    [part='tip'] path {
      display: none;
    }
  }

  [part='sidebar'],
  .reader-source {
    padding-block: 16px;
    border-block-start: 1px solid var(--_line);
  }

  .film {
    display: grid;
    gap: 8px;
    max-inline-size: 30em;
  }

  .screen {
    display: grid;
    grid-template: 100% / 100%;
    place-items: center;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_wash);
  }

  .screen > * {
    grid-area: 1 / 1;
  }

  .screen img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .play {
    z-index: 1;
    inline-size: 64px;
    border-radius: 50%;
    background: var(--_background);
  }

  .film.bare {
    grid-template-columns: auto 1fr;
    gap: 16px;
    align-items: center;
  }

  .bare .screen {
    grid-template: auto / auto;
    aspect-ratio: auto;
    border-radius: 50%;
  }

  .bare .play {
    background: none;
  }

  .bare .screen img {
    display: none;
  }
`;
