/**
 * “Jouw feed”: check a feed and see it in all five elements, without it leaving the browser. Puts together what `meedoen check` uses
 * (feed/check.ts, i18n/problems.ts) and the elements; finds and words nothing itself, and asks for nothing but the address that is given.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { type CheckReport, checkFeed, type Finding } from '../../src/feed/check.ts';
import type { Feed } from '../../src/feed/schema.ts';
import { describeFinding, problemWords } from '../../src/i18n/problems.ts';
import { baseStyles } from '../../src/styles/base.ts';
import { EXAMPLE } from './example.ts';
import { jouwFeedStyles } from './jouw-feed.styles.ts';
import { addressOf, download, readFile, SourceError } from './source.ts';
import { withoutPictures } from './without-pictures.ts';

const WIDTHS = [
  { width: 360, name: 'telefoon' },
  { width: 768, name: 'tablet' },
  { width: 1120, name: 'brede site' },
];

/** How many findings are shown at first. */
const FIRST = 50;
/** The reader stops counting here (feed/read.ts). */
const MOST_PROBLEMS = 1_000;
const say = problemWords.nl;

export class JouwFeed extends LitElement {
  static override styles = [baseStyles, jouwFeedStyles];

  /** What relative addresses in the text are resolved against. */
  #base: string | undefined;
  #shown: Feed | undefined;

  @query('#address') private readonly address!: HTMLInputElement;
  @query('#text') private readonly text!: HTMLTextAreaElement;
  @query('#report') private readonly heading!: HTMLElement;

  @state() private report: CheckReport | undefined;
  /** What is wrong with the address, the file or the text. */
  @state() private wrong: { field: 'address' | 'file' | 'text'; message: string } | undefined;
  @state() private loading = false;
  @state() private all = false;
  @state() private pictures = false;
  /** One width, or 0 for all three. */
  @state() private width = 0;

  /** Checks a text and shows what comes of it. @param base what relative addresses are resolved against */
  check(text: string, base?: string): void {
    this.text.value = text;
    this.#base = base;
    this.wrong = undefined;
    this.all = false;
    this.report = checkFeed(text, base === undefined ? {} : { source: base, base });
    this.#choosePictures();
    void this.updateComplete.then(() => this.heading.focus());
  }

  override render(): TemplateResult {
    return html`<div class="meedoen">
      <div class="page">
        <header>
          <h1>Jouw feed</h1>
          <p class="text">
            Kijk of je feed klopt, en hoe hij er op een site uitziet. Dat gebeurt allemaal in je eigen browser: wat je plakt, gaat nergens
            naartoe. Geef je een adres, dan wordt alleen dat adres opgehaald.
          </p>
        </header>
        ${this.renderInput()} ${this.report ? this.renderReport(this.report) : nothing}
        ${this.#shown ? this.renderPreview(this.#shown) : nothing}
      </div>
    </div>`;
  }

  private renderInput(): TemplateResult {
    return html`<section aria-label="Je feed" class="fields">
      <form class="field" novalidate @submit=${this.handleAddress}>
        <label for="address">Adres van je feed</label>
        <p id="address-hint">Bijvoorbeeld https://www.example.org/meedoen.json</p>
        ${this.renderWrong('address')}
        <div class="address">
          <input
            id="address"
            type="text"
            inputmode="url"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="address-hint address-wrong"
            aria-invalid=${this.wrong?.field === 'address'}
          />
          <button class="button quiet" type="submit" aria-disabled=${this.loading}>
            ${this.loading ? 'Bezig met ophalen' : 'Haal op'}
          </button>
        </div>
      </form>
      <div class="field">
        <label for="file">Of een bestand op je computer</label>
        ${this.renderWrong('file')}
        <input id="file" type="file" accept=".json,application/json" aria-describedby="file-wrong" @change=${this.handleFile} />
      </div>
      <form class="field" novalidate @submit=${this.handleText}>
        <label for="text">Of plak de tekst</label>
        ${this.renderWrong('text')}
        <textarea
          id="text"
          rows="12"
          wrap="off"
          spellcheck="false"
          autocomplete="off"
          aria-describedby="text-wrong"
          aria-invalid=${this.wrong?.field === 'text'}
        ></textarea>
        <div class="row">
          <button class="button" type="submit">Controleer</button>
          <button class="link-button" type="button" @click=${() => this.check(EXAMPLE)}>Probeer een voorbeeld met fouten</button>
        </div>
      </form>
    </section>`;
  }

  private renderWrong(field: 'address' | 'file' | 'text'): TemplateResult {
    return html`<div id=${`${field}-wrong`} role=${field === 'file' ? 'alert' : nothing}>
      ${this.wrong?.field === field ? html`<p class="wrong">${this.wrong.message}</p>` : nothing}
    </div>`;
  }

  private renderReport({ findings, feed }: CheckReport): TemplateResult {
    const problems = findings.filter(({ level }) => level === 'problem').length;
    const few = this.all ? findings : findings.slice(0, FIRST);
    return html`<section aria-labelledby="report">
      <div class="stack">
        <h2 id="report" tabindex="-1">${findings.length ? say.summary(problems, findings.length - problems) : say.clean}</h2>
        ${feed ? html`<p>${say.shown(...visible(feed.stories), ...visible(feed.sessions), ...visible(feed.contacts))}</p>` : nothing}
        ${problems >= MOST_PROBLEMS ? html`<p>${say.more}</p>` : nothing}
      </div>
      <ol class="findings">
        ${few.map((finding) => this.renderFinding(finding))}
      </ol>
      ${
        findings.length > few.length
          ? html`<div>
              <button class="button quiet" type="button" @click=${() => (this.all = true)}>
                Toon de andere ${findings.length - few.length}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  private renderFinding(finding: Finding): TemplateResult {
    const { message, advice, effect } = describeFinding(finding, 'nl');
    const { level, line, column, path } = finding;
    return html`<li class=${level}>
      <p class="row">
        <span class="level">${level === 'problem' ? 'Fout' : 'Waarschuwing'}</span>
        <button class="link-button" type="button" @click=${() => this.#show(line, column)}>regel ${line}, teken ${column}</button>
        ${path ? html`<code>${path}</code>` : nothing}
      </p>
      <p class="text">${message}</p>
      <p class="text">${[advice, effect].filter(Boolean).join(' ')}</p>
    </li>`;
  }

  private renderPreview(feed: Feed): TemplateResult {
    const widths = WIDTHS.filter(({ width }) => !this.width || width === this.width);
    const choice = (width: number, label: string): TemplateResult =>
      html`<label class="choice">
        <input type="radio" name="width" .checked=${this.width === width} @change=${() => (this.width = width)} />${label}
      </label>`;
    const widgets = [
      {
        name: 'Eén verhaal',
        element: () => html`<meedoen-story-card .feed=${feed} deep-link="off" heading-level="4"></meedoen-story-card>`,
      },
      {
        name: 'Verhalen',
        element: () => html`<meedoen-story-list .feed=${feed} deep-link="off" heading-level="4" kind="all" controls></meedoen-story-list>`,
      },
      {
        name: 'Sessies',
        element: () => html`<meedoen-session-calendar .feed=${feed} deep-link="off" heading-level="4" controls></meedoen-session-calendar>`,
      },
      { name: 'Contacten', element: () => html`<meedoen-contact-table .feed=${feed} heading-level="4" controls></meedoen-contact-table>` },
      { name: 'Meedoen', element: () => html`<meedoen-join-form .feed=${feed} heading-level="4"></meedoen-join-form>` },
    ];
    return html`<section aria-labelledby="preview" @meedoen-join-submit=${(event: Event) => event.preventDefault()}>
      <h2 id="preview">Zo zien bezoekers het</h2>
      <fieldset class="row">
        <legend>Hoe breed</legend>
        ${choice(0, 'alle drie')} ${WIDTHS.map(({ width, name }) => choice(width, `${name} (${width} pixels)`))}
      </fieldset>
      <div>
        <label class="choice">
          <input type="checkbox" aria-describedby="pictures" .checked=${this.pictures} @change=${this.handlePictures} />Toon ook
          afbeeldingen
        </label>
        <p id="pictures" class="meta text">
          Je browser haalt ze dan op van de adressen die in de feed staan. Het formulier verstuurt hier niets.
        </p>
      </div>
      ${widgets.map(
        ({ name, element }) =>
          html`<section>
            <h3>${name}</h3>
            <ul class="widths">
              ${widths.map(
                ({ width, name: screen }) =>
                  html`<li>
                    <p class="caption">${screen}, ${width} pixels</p>
                    <div class="window" role="region" aria-label=${`${name} op ${width} pixels`} tabindex="0">
                      <div class=${`site w${width}`}>${element()}</div>
                    </div>
                  </li>`,
              )}
            </ul>
          </section>`,
      )}
    </section>`;
  }

  private readonly handleAddress = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.loading) return;
    try {
      const address = addressOf(this.address.value);
      this.loading = true;
      this.wrong = undefined;
      const text = await download(address);
      this.loading = false;
      this.check(text, address);
    } catch (error) {
      this.loading = false;
      this.#fail('address', error);
    }
  };

  private readonly handleFile = async ({ target }: Event): Promise<void> => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (!file) return;
    try {
      this.check(await readFile(file));
    } catch (error) {
      this.#fail('file', error instanceof SourceError ? error : new SourceError(say.unread.file(String(error))));
    }
  };

  private readonly handleText = (event: Event): void => {
    event.preventDefault();
    const { value } = this.text;
    if (!value.trim()) this.#fail('text', new SourceError('Plak hier eerst de tekst van je feed.'));
    else this.check(value, this.#base);
  };

  private readonly handlePictures = ({ target }: Event): void => {
    this.pictures = (target as HTMLInputElement).checked;
    this.#choosePictures();
  };

  /** The feed as the reader made it: its addresses are whole, so it looks the same as from its own address. */
  #choosePictures(): void {
    const feed = this.report?.feed;
    this.#shown = feed && (this.pictures ? feed : withoutPictures(feed));
  }

  #fail(field: 'address' | 'file' | 'text', error: unknown): void {
    if (!(error instanceof SourceError)) throw error;
    this.wrong = { field, message: error.message };
    if (field !== 'file') void this.updateComplete.then(() => this[field].focus());
  }

  /** Selects the rest of a line in the text. */
  #show(line: number, column: number): void {
    const { text } = this;
    const lines = text.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    text.focus();
    text.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
    // lines don't wrap, so they are all equally high
    text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, line - 4);
    text.scrollLeft = 0;
    text.scrollIntoView({ block: 'center' });
  }
}

/** How many items are there to see, as an argument list. */
function visible(items: readonly { readonly withdrawn?: boolean }[]): [number] {
  return [items.filter(({ withdrawn }) => !withdrawn).length];
}

declare global {
  interface HTMLElementTagNameMap {
    'jouw-feed': JouwFeed;
  }
}
