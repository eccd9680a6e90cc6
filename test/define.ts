/** Registers an element for a test, once per page, and the tools tests share. */
import { fixture, html } from '@open-wc/testing';
import { writeOthers } from '../src/dates/format.ts';
import { intl } from '../src/dates/intl.ts';
import type { FeedElement } from '../src/elements/feed-element.ts';
import { speakEnglish } from '../src/i18n/en/index.ts';

// so that tests of the words have both languages, whatever was shown before
speakEnglish();
writeOthers(intl);

export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Less than a test may take, so that what was waited for is said. */
const PATIENCE = 8_000;

/**
 * Waits until `check` gives something true, and gives that. For what comes after timers, frames, tasks of the browser or a file
 * that is fetched: a wait of a fixed length is too short on a busy machine.
 * @param what ends the sentence "waited in vain until …"
 */
export async function until<T>(check: () => T, what: string): Promise<T> {
  for (const start = performance.now(); ;) {
    const value = check();
    if (value) return value;
    if (performance.now() - start > PATIENCE) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Waits until an element has read its feed (`feed` is read in slices, so that takes a few turns), and has what a visitor who came near
 * it would have it fetch.
 */
export async function settled<T extends FeedElement>(element: T): Promise<T> {
  await element.prepare();
  await element.updateComplete;
  await until(() => !element.matches(':state(loading)'), `<${element.localName}> has read its feed`);
  await element.updateComplete;
  return element;
}

/** Puts an element with a feed on the page, in a frozen time. */
export async function place<T extends FeedElement>(
  tag: string,
  feed: object,
  attributes: Record<string, string> = {},
  lang = 'nl',
): Promise<T> {
  const wrapper = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const element = document.createElement(tag) as T;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.feed = { meedoen: 1, language: lang, ...feed };
  wrapper.append(element);
  return settled(element);
}

/** The text a visitor sees in an element: without the fallback, styles and what is hidden. */
export function textOf(element: Element): string {
  return (element.shadowRoot?.querySelector<HTMLElement>('.box')?.innerText ?? '').replace(/\s+/g, ' ').trim();
}

/** The next event of a type, typed. */
export function next<K extends keyof GlobalEventHandlersEventMap>(target: EventTarget, type: K): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise((resolve) =>
    target.addEventListener(type, (event) => resolve(event as GlobalEventHandlersEventMap[K]), { once: true }),
  );
}
