/**
 * "Who is my contact?" on screen: one question after the other, then the person. Fetched for `mode="finder"`. Knows what was chosen;
 * finder.ts knows who that is.
 */
import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { writing } from '../../dates/format.ts';
import type { Collection, ContactItem } from '../../feed/merge.ts';
import type { Query } from '../../feed/select.ts';
import { finderWords } from '../../i18n/finder.ts';
import type { Language } from '../../i18n/words.ts';
import { heading } from '../../parts/heading.ts';
import type { CellView } from './cells.ts';
import { MeedoenContactSelectedEvent } from './events.ts';
import { findContacts, type FinderFacet, type Finding, OTHER } from './finder.ts';
import { contactRows, select } from './layout.ts';
import type { Column } from './rows.ts';
import { styles as saveStyles } from './save.ts';

export interface FinderContent {
  readonly collection: Collection;
  /** What the attributes leave. */
  readonly contacts: readonly ContactItem[];
  readonly columns: readonly Column[];
  /** The filters of the attributes. */
  readonly query: Query;
  readonly view: CellView;
  readonly language: Language;
  readonly headingLevel: number;
  /** What is shown when there is nobody, and why. */
  readonly nobody: (why: string) => unknown;
  /** Tells who listens what came of a choice. */
  readonly say: (text: string) => void;
}

export class Finder {
  readonly #host: ReactiveControllerHost & EventTarget;
  #chosen: Record<FinderFacet, string> = { sector: '', region: '' };
  /** What there has been to choose, by facet and id. */
  readonly #names = new Map<string, string>();

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
  }

  render(content: FinderContent): TemplateResult {
    const { columns, view, headingLevel } = content;
    const words = finderWords[content.language];
    const { questions, found, general } = this.#find(content);
    return html`<section part="finder" aria-label=${words.finder}>
      ${heading(headingLevel, words.finder, 'finder-title', 'finder-title')}
      <div class="filter-bar questions">
        ${questions.map(({ facet, options }) => {
          const chosen = this.#chosen[facet];
          const answers = [{ id: '', name: words.noChoice }, ...options, { id: OTHER, name: words.other }];
          for (const { id, name } of options) this.#names.set(facet + id, name);
          // a new feed may not have what was chosen
          if (!answers.some(({ id }) => id === chosen)) answers.splice(-1, 0, { id: chosen, name: this.#names.get(facet + chosen)! });
          return select(facet, words.choose[facet], answers, chosen, (event) => this.#handleChoice(event, content));
        })}
      </div>
      ${
        found &&
        html`<div class="found" part="found">
          ${
            found.length
              ? html`${general ? html`<p>${words.noneOwn}</p>` : nothing}${contactRows(found, { columns }, { ...view, tools: (contact) => view.tools?.(contact, true) })}`
              : content.nobody(words.nobody)
          }
        </div>`
      }
    </section>`;
  }

  #find({ contacts, collection, query }: FinderContent): Finding {
    return findContacts(contacts, collection, this.#chosen, query);
  }

  #handleChoice({ target }: Event, content: FinderContent): void {
    const { id, value } = target as HTMLSelectElement;
    this.#chosen = id === 'sector' ? { sector: value, region: '' } : { ...this.#chosen, region: value };
    this.#host.requestUpdate();
    const { found, general } = this.#find(content);
    const { choose, nobody, noneOwn, found: yours } = finderWords[content.language];
    const names = found?.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(', '));
    content.say(
      !names
        ? value
          ? choose.region
          : ''
        : names.length
          ? `${general ? noneOwn : yours(names.length)} ${writing(content.view.locale).list(names, content.view.locale)}`
          : nobody,
    );
    if (found?.length === 1) this.#host.dispatchEvent(new MeedoenContactSelectedEvent(found[0]!));
  }
}

const finderStyles = css`
  .finder-title {
    font-size: clamp(1.3em, 3.5cqi, 1.6em);
  }

  .questions {
    display: flex;
    flex-wrap: wrap;
    margin-block: 16px 24px;
  }

  .questions .filter {
    flex: 0 1 24em;
  }

  .found .card {
    margin-block-end: 16px;
    padding-block: 0;
    padding-inline-start: 24px;
    border-block-end: 0;
    border-inline-start: 4px solid var(--_accent);
  }

  .found [part~='name'] {
    font-size: 1.4em;
  }
`;

export const styles = [...saveStyles, finderStyles];
