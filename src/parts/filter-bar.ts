/**
 * Search and filters, the same for stories, sessions and contacts: counts that follow the other filters, everything undoable, the
 * result said politely once typing pauses. Knows items as far as select.ts does; knows no cards or tables.
 */
import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Collection } from '../feed/merge.ts';
import { type AnyItem, type Facet, type FacetOption, FACETS, facetOptions, filterItems, type Query } from '../feed/select.ts';
import type { CommonWords } from '../i18n/common.ts';
import { icon } from './icons.ts';

type Host = ReactiveControllerHost & HTMLElement;
export type Control = 'search' | Facet | 'period';
const CONTROLS: readonly Control[] = ['search', 'sector', 'theme', 'region', 'period'];

/** How long typing must pause before the number of results is said, in milliseconds. */
const PAUSE = 700;

/** The tokens of a `controls` attribute: none when it is absent, all when it is bare; unknown tokens are ignored. */
export function parseControls(value: string | null): ReadonlySet<Control> {
  if (value === null) return new Set();
  const tokens = value.toLowerCase().split(/\s+/).filter(Boolean);
  return new Set(tokens.length ? CONTROLS.filter((control) => tokens.includes(control)) : CONTROLS);
}

export interface FilterBarContent {
  readonly controls: ReadonlySet<Control>;
  readonly words: CommonWords;
  /** What is searched for: "een verhaal". */
  readonly what: string;
  /** The number of results in words: "3 verhalen". */
  readonly result: string;
  readonly items: readonly AnyItem[];
  readonly collection: Collection;
  readonly fixed: Query;
  /** More controls, after the search field. */
  readonly extra?: unknown;
}

/** The visitor's own query, on top of what the attributes fix. */
export class Filters implements ReactiveController {
  readonly #host: Host;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #result = '';
  #said = '';
  #choices: { text: string } & Record<Facet, string> = { text: '', sector: '', theme: '', region: '' };

  /** @param onChange after the visitor changed something; not for changes by program */
  constructor(host: Host, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** What was typed and chosen; a facet is `''` when nothing is. */
  get choices(): Readonly<{ text: string } & Record<Facet, string>> {
    return this.#choices;
  }

  get active(): boolean {
    return !!this.#choices.text.trim() || FACETS.some((facet) => this.#choices[facet]);
  }

  /** The items within the fixed query that also answer to the visitor's. */
  apply<T extends AnyItem>(items: readonly T[], collection: Collection): T[] {
    return this.active ? filterItems(items, this.#query, collection) : [...items];
  }

  clear(): void {
    this.#choices = { text: '', sector: '', theme: '', region: '' };
    this.#changed();
  }

  /** `items` are those within the fixed query. */
  render(content: FilterBarContent): TemplateResult | typeof nothing {
    const { controls, words, items, collection } = content;
    if (!controls.size) return nothing;
    this.#say(content.result);
    const facets = FACETS.filter((facet) => controls.has(facet)).map((facet) => ({
      facet,
      options: facetOptions(items, this.#query, collection, facet),
    }));
    return html`<div class="filter-bar no-print" part="filters" role="search">
        ${
          controls.has('search')
            ? html`<div class="filter search">
                <label for="search">${words.searchFor(content.what)}</label>
                <input
                  id="search"
                  part="search"
                  type="search"
                  autocomplete="off"
                  enterkeyhint="search"
                  .value=${this.#choices.text}
                  @input=${this.#handleInput}
                />
              </div>`
            : nothing
        }
        ${facets.map(({ facet, options }) => (options.length > 1 || this.#choices[facet] ? this.#renderFacet(facet, options, words) : nothing))}
        ${content.extra ?? nothing}
      </div>
      <p class="filter-result meta" part="result">
        <span>${content.result}</span>
        ${this.active ? this.#renderUndo(facets, words) : nothing}
      </p>
      <p class="visually-hidden" role="status">${this.#said}</p>`;
  }

  get #query(): Query {
    const one = (id: string): string[] => (id ? [id] : []);
    const { text, sector, theme, region } = this.#choices;
    return { text, sector: one(sector), theme: one(theme), region: one(region) };
  }

  #renderFacet(facet: Facet, options: readonly FacetOption[], words: CommonWords): TemplateResult {
    const chosen = this.#choices[facet];
    return html`<div class="filter">
      <label for=${facet}>${words[facet]}</label>
      <select id=${facet} part="select" @change=${this.#handleChange}>
        <option value="" .selected=${!chosen}>${words.all[facet]}</option>
        ${options.map(
          ({ id, name, count }) =>
            html`<option value=${id} .selected=${id === chosen} ?disabled=${!count && id !== chosen}>${name} (${count})</option>`,
        )}
      </select>
    </div>`;
  }

  #renderUndo(facets: readonly { facet: Facet; options: readonly FacetOption[] }[], words: CommonWords): unknown {
    const { text } = this.#choices;
    const chips: { key: 'text' | Facet; name: string }[] = text.trim() ? [{ key: 'text', name: `‘${text.trim()}’` }] : [];
    for (const { facet, options } of facets) {
      const chosen = options.find(({ id }) => id === this.#choices[facet]);
      if (chosen) chips.push({ key: facet, name: chosen.name });
    }
    return html`${chips.map(
      ({ key, name }) =>
        html`<button class="link-button" part="undo" type="button" aria-label=${words.undo(name)} @click=${() => this.#undo(key)}>
          ${name}${icon('close')}
        </button>`,
    )}
    ${chips.length > 1 ? html`<button class="link-button" part="undo" type="button" @click=${this.#handleClear}>${words.clear}</button>` : nothing}`;
  }

  #undo(key: 'text' | Facet): void {
    this.#choices = { ...this.#choices, [key]: '' };
    this.#changed();
    // the pressed button is gone after this: put the focus where the same can be chosen again
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.getElementById(key === 'text' ? 'search' : key)?.focus());
  }

  /** Says the result once nothing has changed for a while; never when the page is first shown. */
  #say(result: string): void {
    if (result === this.#result) return;
    const first = !this.#result;
    this.#result = result;
    clearTimeout(this.#timer);
    if (first) return;
    this.#timer = setTimeout(() => {
      this.#said = result;
      this.#host.requestUpdate();
    }, PAUSE);
  }

  #changed(): void {
    this.#host.requestUpdate();
    this.#onChange();
  }

  readonly #handleInput = (event: Event): void => {
    this.#choices = { ...this.#choices, text: (event.target as HTMLInputElement).value };
    this.#changed();
  };

  readonly #handleChange = (event: Event): void => {
    const { id, value } = event.target as HTMLSelectElement;
    this.#choices = { ...this.#choices, [id]: value };
    this.#changed();
  };

  readonly #handleClear = (): void => {
    this.clear();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector<HTMLElement>('.filter-bar :is(input, select)')?.focus());
  };
}

export const filterBarStyles = css`
  .filter-bar {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: calc(var(--_u) * 2) calc(var(--_u) * 3);
    align-items: end;
  }

  .filter.search {
    grid-column: 1 / -1;
  }

  .filter label {
    display: block;
    margin-block-end: calc(var(--_u) / 2);
    font-weight: 600;
  }

  .filter :is(input, select) {
    inline-size: 100%;
    min-block-size: 48px;
    padding-inline: 12px;
    border: 1.5px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    text-overflow: ellipsis;
  }

  .filter option {
    background: Canvas;
    color: CanvasText;
  }

  .filter-result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_u) * 3);
    min-block-size: 44px;
    margin-block: var(--_u) calc(var(--_u) * 2);
    border-block-end: 1px solid var(--_line);
  }

  @container box (min-width: 44rem) {
    .filter-bar {
      grid-template-columns: 2fr;
      grid-auto-columns: minmax(8rem, 1fr);
      grid-auto-flow: column;
    }

    .filter.search {
      grid-column: auto;
    }
  }
`;
