/**
 * Small pieces that stories and sessions both have, on cards and in the reader: people, links, lists of words. Markup only; every text is the feed's.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../feed/schema.ts';

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

/** A link where there is an address, else the same words as text. */
export function linkOr(title: unknown, url: string | undefined): unknown {
  return url ? html`<a part="link" href=${url}>${title}</a>` : title;
}

/** Words with a middle dot between them; what is missing leaves no dot behind. */
export function dotted(words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' · ');
}
