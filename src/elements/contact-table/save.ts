/**
 * Keeping contacts: one or all for an address book, all as a table, their mail addresses on the clipboard. Fetched when a visitor comes
 * near. Knows what a contact has to offer; the files' text is made in src/feed.
 */
import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { csvText } from '../../feed/csv.ts';
import type { Collection, ContactItem } from '../../feed/merge.ts';
import { refsOf } from '../../feed/select.ts';
import { type VCard, vcardText } from '../../feed/vcard.ts';
import { copyWords } from '../../i18n/copy.ts';
import { type SaveWords, saveWords } from '../../i18n/save.ts';
import { languageFor } from '../../i18n/words.ts';
import { telUrl } from '../../parts/address.ts';
import { canCopy, copyButton, styles as copyStyles } from '../../parts/copy-button.ts';
import { drawing } from '../../parts/icons.ts';
import { canSaveFiles, saveFile } from '../../parts/save-file.ts';
import { type CellView, checkedText, labelsOf } from './cells.ts';
import { nameParts } from './names.ts';
import { type Column, isFacet, type Label } from './rows.ts';

/** How long "copied" stays, in milliseconds. */
const COPIED = 4000;
const SOMEBODY = 'M10 9.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM3 18c0-3.5 3-5.5 7-5.5s7 2 7 5.5z';

type View = Pick<CellView, 'words' | 'common' | 'locale'>;

const wordsOf = ({ locale }: Pick<View, 'locale'>): SaveWords => saveWords[languageFor(locale)];
/** Several sources say the same of themselves; one line holds it. */
const sourceText = ({ source }: ContactItem): string => [source?.title, source?.url].filter(Boolean).join(', ');

function cardOf(contact: ContactItem, label: Label, { words, common, locale }: View): VCard {
  const { key, name, sortName, organisation, role, email, phone, url, checked } = contact;
  const tel = telUrl(phone ?? '')?.replace(/^tel:00/, 'tel:+');
  const source = sourceText(contact);
  return {
    uid: key,
    name,
    parts: name ? partsOf(name, sortName) : undefined,
    organisation,
    role,
    email,
    phone,
    tel: tel?.startsWith('tel:+') ? tel : undefined,
    url,
    categories: (['sector', 'region'] as const).flatMap((facet) => refsOf(contact, facet).map((id) => label(facet, id))),
    note: [checked && `${words.checked} ${checkedText(checked, words, locale)}`, source && `${common.source}: ${source}`]
      .filter(Boolean)
      .join('\n'),
    checked,
  };
}

/** "Marja van der Werf": family "van der Werf", to be found under W. */
function partsOf(name: string, sortName?: string): VCard['parts'] {
  const { given, prefix, surname, degrees } = nameParts(name);
  return {
    family: prefix + surname,
    given,
    suffix: degrees,
    sortAs: sortName ?? (prefix ? [surname, given].filter(Boolean).join(', ') : undefined),
  };
}

/** The buttons beside an address: to copy it, and to save whose it is. The table answers their press. */
export class Tools {
  readonly #host: ReactiveControllerHost;
  readonly #say: (text: string) => void;
  /** What became of copying whose address. */
  #copied: { readonly key: string; readonly text: string } | undefined;

  /** @param say tells who listens */
  constructor(host: ReactiveControllerHost, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
  }

  /** @param full with words, where there is room */
  buttons({ key, email, name: who, organisation }: ContactItem, locale: string, full = false): TemplateResult {
    const { one, keep } = wordsOf({ locale });
    const name = `${copyWords[languageFor(locale)].copy} ${email}`;
    const copied = this.#copied?.key === key && this.#copied.text;
    return html`${
      email && canCopy()
        ? html`<button class="tool copy-it no-print" part="copy" type="button" aria-label=${name} title=${name}></button>`
        : nothing
    }${
      canSaveFiles()
        ? full
          ? html`<button class="tool link-button keep full no-print" part="save-contact" type="button">${drawing(SOMEBODY)}${keep}</button>`
          : html`<button
              class="tool keep no-print"
              part="save-contact"
              type="button"
              aria-label=${one((who ?? organisation)!)}
              title=${keep}
            ></button>`
        : nothing
    }${copied ? html`<span class="copied" part="copied">${copied}</span>` : nothing}`;
  }

  /** Does what a button is for. @returns false for what is none of them */
  press(button: Element | null, contact: ContactItem, collection: Collection, view: View): boolean {
    if (button?.matches('.copy-it')) void this.#copy(contact, view);
    else if (button) {
      const { name, organisation = '' } = contact;
      saveFile(vcardText([cardOf(contact, labelsOf(collection), view)]), 'text/vcard', name ?? organisation, '.vcf');
    }
    return !!button;
  }

  async #copy({ key, email = '' }: ContactItem, { locale }: View): Promise<void> {
    const words = copyWords[languageFor(locale)];
    let text = words.copied;
    try {
      await navigator.clipboard.writeText(email);
    } catch {
      text = words.failed;
    }
    const copied = (this.#copied = { key, text });
    this.#say(text);
    setTimeout(() => {
      if (this.#copied === copied) this.#copied = undefined;
      this.#host.requestUpdate();
    }, COPIED);
  }
}

/** What a table of contacts holds: the columns as they are shown, then their pages and where they come from. */
function tableOf(contacts: readonly ContactItem[], columns: readonly Column[], label: Label, view: View): (string | undefined)[][] {
  const { words, common } = view;
  const more: [name: string, value: (contact: ContactItem) => string | undefined][] = [
    [wordsOf(view).website, ({ url }) => url],
    [common.source, sourceText],
  ];
  const kept = more.filter(([, value]) => contacts.some(value));
  const cell = (contact: ContactItem, column: Column): string | undefined => {
    if (!isFacet(column)) return contact[column];
    const ids = refsOf(contact, column);
    return ids.length ? ids.map((id) => label(column, id)).join(', ') : common.all[column];
  };
  return [
    [...columns.map((column) => words.column[column]), ...kept.map(([name]) => name)],
    ...contacts.map((contact) => [...columns.map((column) => cell(contact, column)), ...kept.map(([, value]) => value(contact))]),
  ];
}

/** The ways to keep all contacts that answer to the visitor's choices, also those on a next page. */
export function saveAll(contacts: readonly ContactItem[], columns: readonly Column[], collection: Collection, view: View): TemplateResult {
  const words = wordsOf(view);
  const emails = [...new Set(contacts.flatMap(({ email }) => email ?? []))];
  const label = labelsOf(collection);
  const vcards = (): void => saveFile(vcardText(contacts.map((contact) => cardOf(contact, label, view))), 'text/vcard', words.file, '.vcf');
  const csv = (): void => saveFile(csvText(tableOf(contacts, columns, label, view)), 'text/csv', words.file, '.csv');
  const copy = emails.length ? copyButton(emails.join('; '), view.locale, { what: words.emails(emails.length) }) : nothing;
  return html`<div class="ways">
    <p class="text">${words.about(contacts.length)}</p>
    <ul class="plain row">
      ${
        canSaveFiles()
          ? html`<li><button class="link-button" part="button" type="button" @click=${vcards}>${words.vcard}</button></li>
              <li><button class="link-button" part="button" type="button" @click=${csv}>${words.csv}</button></li>`
          : html`<li>${words.noFiles}</li>`
      }
      ${copy === nothing ? nothing : html`<li class="row">${words.emails(emails.length)} ${copy}</li>`}
    </ul>
  </div>`;
}

export const styles = [
  ...copyStyles,
  css`
    .copy-it,
    .keep {
      position: relative;
      block-size: 28px;
      margin-block: -8px;
      vertical-align: middle;
    }

    :is(.copy-it, .keep:not(.full))::before,
    :is(.copy-it, .keep:not(.full))::after {
      content: '';
      position: absolute;
      border: 1.5px solid currentcolor;
    }

    .copy-it {
      inline-size: 32px;
      margin-inline-end: -32px;
    }

    /* two sheets of paper */
    .copy-it::before,
    .copy-it::after {
      inset-block-start: 10px;
      inset-inline-start: 13px;
      inline-size: 9px;
      block-size: 11px;
      border-radius: 2px;
    }

    .copy-it::before {
      inset-block-start: 6px;
      inset-inline-start: 9px;
    }

    .copy-it::after {
      background: var(--_background);
    }

    .keep {
      inline-size: 28px;
      margin-inline: 32px -60px;
    }

    :not(.address) > .keep {
      margin-inline: 4px 0;
    }

    /* close to what they belong to: the ring stays within */
    .copy-it:focus-visible,
    .keep:not(.full):focus-visible {
      outline-offset: -3px;
      box-shadow: 0 0 0 2px var(--utrecht-focus-inverse-outline-color, var(--basis-focus-inverse-outline-color, transparent));
    }

    .keep.full {
      display: flex;
      inline-size: auto;
      block-size: auto;
      margin: 13px 0 -13px;
    }

    /* somebody: head and shoulders */
    .keep:not(.full)::before,
    .keep:not(.full)::after {
      inset-block-start: 5px;
      inset-inline-start: 9.5px;
      inline-size: 7px;
      block-size: 7px;
      border-radius: 50%;
    }

    .keep:not(.full)::after {
      inset-block-start: 14px;
      inset-inline-start: 6px;
      inline-size: 14px;
      border-radius: 7px 7px 2px 2px;
    }

    /* said over what is below, so that nothing moves */
    .copied {
      position: absolute;
      z-index: 1;
      inset-block-start: 100%;
      inset-inline-start: 0;
      inline-size: max-content;
      max-inline-size: 100%;
      padding-inline: 8px;
      border: 1px solid currentcolor;
      border-radius: var(--_radius);
      background: var(--_background);
      font-size: 0.9em;
      font-weight: 600;
      white-space: normal;
    }

    .ways {
      padding-block-end: 8px;
    }

    mark {
      border-radius: 2px;
      background: color-mix(in srgb, #f2c100 45%, transparent);
      color: inherit;
    }

    /* the browser keeps how see-through it was */
    @media (forced-colors: active) {
      mark {
        background: Mark;
        color: MarkText;
      }
    }
  `,
];
