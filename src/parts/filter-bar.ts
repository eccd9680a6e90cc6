/**
 * Search and filters, the same for stories, sessions and contacts: counts that follow the other filters, everything undoable, the
 * result said politely once typing pauses. Knows items as far as select.ts does; knows no cards or tables.
 */
import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Collection } from '../feed/merge.ts';
import { type AnyItem, type Facet, type FacetOption, FACETS, facetOptions, filterItems, type Query, searchAhead } from '../feed/select.ts';
import { inSlices } from '../feed/slices.ts';
import type { CommonWords } from '../i18n/common.ts';
import { memo } from '../memo.ts';
import { icon } from './icons.ts';

type Host = ReactiveControllerHost & HTMLElement;
export type Control = 'search' | Facet | 'period';
const CONTROLS: readonly Control[] = ['search', 'sector', 'theme', 'region', 'period'];

/** How long typing must pause before the number of results is said, in milliseconds. */
const PAUSE = 700;

/** The tokens of a `controls` attribute: none when it is absent, all when it is bare; unknown tokens are ignored. */
export function parseControls(value: string | null): ReadonlySet<Control> {
  if (value === null) return new Set();
  const tokens = value.toLowerCase().match(/\S+/g);
  return new Set(tokens ? CONTROLS.filter((control) => tokens.includes(control)) : CONTROLS);
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
  /** More controls, after the search field. */
  readonly extra?: unknown;
}

type Choices = Readonly<Record<'text' | Facet, string>>;
const NOTHING: Choices = { text: '', sector: '', theme: '', region: '' };

/** The visitor's own query, on top of what the attributes fix. */
export class Filters implements ReactiveController {
  readonly #host: Host;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #result = '';
  #said = '';
  #choices = NOTHING;
  /** As they were last. */
  #options: FacetOption[][] = [];
  /** What there is to choose, counted again only when the items or the choices are others. */
  readonly #memoOptions = memo(
    (items: readonly AnyItem[], collection: Collection, choices: Choices) =>
      (this.#options = FACETS.map((facet, at) => {
        const isChosen = ({ id }: FacetOption): boolean => id === choices[facet];
        const chosen = this.#options[at]?.find(isChosen);
        // a new feed may not know what was chosen: it keeps the name it had
        return facetOptions(items, this.#query, collection, facet).map((option) =>
          chosen && isChosen(option) && option.name === option.id ? { ...option, name: chosen.name } : option,
        );
      })),
  );
  /** Whether the filters are unfolded, where they are folded: in a narrow place. */
  #unfolded = false;

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
  get choices(): Choices {
    return this.#choices;
  }

  get active(): boolean {
    return Object.values(this.#choices).some((value) => value.trim());
  }

  /** The items within the fixed query that also answer to the visitor's. */
  apply<T extends AnyItem>(items: readonly T[], collection: Collection): T[] {
    return this.active ? filterItems(items, this.#query, collection) : [...items];
  }

  /** Without a key: all. The pressed button is gone after this, so the focus goes where the same can be chosen again. */
  undo(key?: keyof Choices): void {
    this.#change(key ? { [key]: '' } : NOTHING);
    void this.#host.updateComplete.then(() => {
      const bar = this.#host.shadowRoot?.querySelector('.filter-bar');
      const places = [
        ...(bar?.querySelectorAll<HTMLElement>(key ? `[name=${key}]` : '[name]') ?? []),
        bar?.querySelector<HTMLElement>('.fold'),
        bar?.querySelector<HTMLElement>('[name]'),
      ];
      // folded away, it can't have the focus
      places.find((place) => place?.getClientRects().length)?.focus();
    });
  }

  /** `items` are those within the fixed query. */
  render({ controls, words, what, result, items, collection, extra }: FilterBarContent): TemplateResult | typeof nothing {
    if (!controls.size) return nothing;
    this.#say(result);
    const { text } = this.#choices;
    const searchFor = words.searchFor(what);
    const typed = text.trim();
    const chips: [key: keyof Choices, name: string][] = typed ? [['text', `‘${typed}’`]] : [];
    const facets = this.#memoOptions(items, collection, this.#choices).map((options, at) => {
      const facet = FACETS[at]!;
      const chosen = this.#choices[facet];
      for (const { id, name } of options) if (id === chosen) chips.push([facet, name]);
      return controls.has(facet) && (options.length > 1 || chosen)
        ? html`<div class="filter">
            <label for=${facet}>${words[facet]}</label>
            <select id=${facet} name=${facet} part="select" @change=${this.#handleChange}>
              <option value="" .selected=${!chosen}>${words.all[facet]}</option>
              ${options.map(
                ({ id, name, count }) =>
                  html`<option
                    lang=${collection.language ?? nothing}
                    value=${id}
                    .selected=${id === chosen}
                    ?disabled=${!count && id !== chosen}
                  >
                    ${name} (${count})
                  </option>`,
              )}
            </select>
          </div>`
        : nothing;
    });
    const several = [...facets, extra].filter((part) => part && part !== nothing).length > 1;
    return html`<div
        class="filter-bar no-print ${several ? (this.#unfolded ? 'unfolded' : 'folded') : ''}"
        part="filters"
        role="search"
        aria-label=${searchFor}
      >
        ${
          controls.has('search')
            ? html`<div class="filter search">
                <label for="search">${searchFor}</label>
                <input
                  id="search"
                  name="text"
                  part="search"
                  type="search"
                  autocomplete="off"
                  enterkeyhint="search"
                  .value=${text}
                  @focus=${() => inSlices(searchAhead(items, collection))}
                  @input=${this.#handleChange}
                />
              </div>`
            : nothing
        }
        ${
          several
            ? html`<button class="button quiet fold" part="fold" type="button" aria-expanded=${this.#unfolded} @click=${this.#handleFold}>
                ${words.filters}
              </button>`
            : nothing
        }
        <div class="filter-set">${facets} ${extra}</div>
      </div>
      <p class="filter-result row meta" part="result">
        <span>${result}</span>
        ${chips.map(
          ([key, name]) =>
            html`<button class="link-button" part="undo" type="button" aria-label=${words.undo(name)} @click=${() => this.undo(key)}>
              ${name}${icon('close')}
            </button>`,
        )}
        ${
          chips.length > 1
            ? html`<button class="link-button" part="undo" type="button" @click=${() => this.undo()}>${words.clear}</button>`
            : nothing
        }
      </p>
      <p class="visually-hidden" role="status">${this.#said}</p>`;
  }

  get #query(): Query {
    const { text, sector, theme, region } = this.#choices;
    const one = (id: string): string[] => (id ? [id] : []);
    return { text, sector: one(sector), theme: one(theme), region: one(region) };
  }

  /** Says the result once nothing has changed for a while; never when the page is first shown. */
  #say(result: string): void {
    if (result === this.#result) return;
    clearTimeout(this.#timer);
    if (this.#result) {
      this.#timer = setTimeout(() => {
        this.#said = result;
        this.#host.requestUpdate();
      }, PAUSE);
    }
    this.#result = result;
  }

  #change(choices: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...choices };
    this.#host.requestUpdate();
    this.#onChange();
  }

  readonly #handleFold = (): void => {
    this.#unfolded = !this.#unfolded;
    this.#host.requestUpdate();
  };

  readonly #handleChange = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.#change({ [name]: value });
  };
}

export const filterBarStyles = css`
  .filter-bar {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    gap: 16px 24px;
    align-items: end;
  }

  .filter.search {
    grid-column: 1 / -1;
  }

  .fold {
    display: none;
  }

  .filter-set {
    display: contents;
  }

  .filter label {
    display: block;
    margin-block-end: 4px;
    font-weight: 600;
  }

  .filter :is(input, select) {
    inline-size: 100%;
    min-block-size: 48px;
    padding-inline: 12px;
    border: 1.5px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_background);
    text-overflow: ellipsis;
    /* WebKit lets a long option widen the page */
    contain: paint;
  }

  .filter option {
    background: Canvas;
    color: CanvasText;
  }

  .filter-result {
    min-block-size: 44px;
    margin-block: 8px 16px;
    border-block-end: 1px solid var(--_line);
  }

  /* in a narrow place the filters are folded, so that what they are for is in sight */
  @container box (width < 30em) {
    .fold {
      display: flex;
      grid-column: 1 / -1;
      justify-self: start;
    }

    .folded .filter-set {
      display: none;
    }
  }

  @container box (min-width: 44em) {
    .filter-bar {
      grid-template-columns: minmax(0, 2fr);
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }

    .filter.search {
      grid-column: auto;
    }
  }
`;
