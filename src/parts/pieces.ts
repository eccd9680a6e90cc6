/**
 * Small pieces that stories and sessions both have: people, figures, links, names of sectors. Markup only; every text is the feed's.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Figure, Link, Person } from '../feed/schema.ts';

/** "Ashley, verzorger, Korps Rijdende Artillerie": the name strongest. */
export function personText(person: Person): TemplateResult {
  const rest = [person.role, person.organisation].filter(Boolean).join(', ');
  return html`${person.name && html`<strong>${person.name}</strong>${rest && ', '}`}${rest}`;
}

/** People one under the other; nothing when there are none. */
export function peopleList(people: readonly Person[], label: string): unknown {
  if (!people.length) return nothing;
  return html`<ul class="plain people" part="people" aria-label=${label}>
    ${people.map((person) => html`<li part="person">${personText(person)}</li>`)}
  </ul>`;
}

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

/** A link where there is an address, else the same words as text. */
export function linkOr(title: unknown, url: string | undefined): unknown {
  return url ? html`<a part="link" href=${url}>${title}</a>` : title;
}

export function linkList(links: readonly Link[]): unknown {
  if (!links.length) return nothing;
  return html`<ul class="plain links" part="links">
    ${links.map(({ title, url }) => html`<li>${linkOr(title, url)}</li>`)}
  </ul>`;
}

/** Words with a middle dot between them; what is missing leaves no dot behind. */
export function dotted(words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' · ');
}

export const pieceStyles = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
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
`;
