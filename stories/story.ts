/** Makes a story of an example state: a control for each attribute, the code as a page would hold it, and what is pressed. */
import type { StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { FeedElement } from '../src/elements/feed-element.ts';
import '../src/register.ts';
import { act, receive } from './act.ts';
import { type Example, examples } from './examples.ts';

receive(Object.fromEntries(examples.map(({ id, answer }) => [id, answer])));

/** Values of attributes by their names; `undefined`: the attribute is not there. */
type Attributes = Record<string, string | number | undefined>;

/** The feed of the demo stands beside the page, wherever Storybook is published. */
const nearby = (html: string): string => html.replace(/(["\s])\/meedoen\.json/g, '$1./meedoen.json');

function elementOf({ html }: Example): FeedElement {
  return document.createRange().createContextualFragment(nearby(html)).firstElementChild as FeedElement;
}

function exampleOf(id: string): Example {
  const example = examples.find((one) => one.id === id);
  if (!example) throw new Error(`stories/examples.ts has no “${id}”.`);
  return example;
}

/** A control for each attribute that holds one of these words. */
export function choices(words: Record<string, readonly string[]>): Record<string, object> {
  return Object.fromEntries(Object.entries(words).map(([name, options]) => [name, { control: 'select', options }]));
}

/** @param id of a state in stories/examples.ts */
export function fromExample(id: string): StoryObj {
  const example = exampleOf(id);
  const args: Attributes = Object.fromEntries([...elementOf(example).attributes].map(({ name, value }) => [name, value]));
  return {
    args,
    parameters: {
      docs: { source: { language: 'html', transform: (_: string, context: { args: Attributes }) => codeOf(example, context.args) } },
    },
    render: (attributes: Attributes) => {
      const element = elementOf(example);
      for (const { name } of [...element.attributes]) element.removeAttribute(name);
      for (const [name, value] of given(attributes)) element.setAttribute(name, value);
      if (example.feed) element.feed = example.feed;
      return element;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector<FeedElement>(example.element)!;
      await settled(element);
      await act(element, example);
      if (example.answer) await expect(element.renderRoot.querySelector(answered(example))).not.toBeNull();
      await settled(element);
    },
  };
}

/** What is there once a form has been answered. */
function answered({ answer }: Example): string {
  return answer === 'silence' ? 'form[aria-busy=true]' : '.summary, .answer, [part=joined]';
}

/** Waits until an element has its feed or knows that there is none. */
export async function settled<T extends FeedElement>(element: T): Promise<T> {
  for (let turn = 0; turn < 300; turn++) {
    await element.updateComplete;
    if (!element.matches(':state(loading)')) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await element.updateComplete;
  return element;
}

function given(attributes: Attributes): [string, string][] {
  return Object.entries(attributes).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]]));
}

/** So many of a list are shown in the code of a story. */
const SHOWN = 20;

/** A feed as a page would hold it; of a long list only the first. */
function jsonOf(feed: object): string {
  const short = Object.entries(feed).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) && value.length > SHOWN ? [...(value as unknown[]).slice(0, 2), `… (${value.length})`] : value,
  ]);
  return JSON.stringify(Object.fromEntries(short), undefined, 2);
}

/** The tag with these attributes, as a page would hold it. */
function codeOf(example: Example, attributes: Attributes): string {
  const { localName, innerHTML } = elementOf(example);
  const written = given(attributes).map(([name, value]) => (value ? `${name}="${value.replaceAll('"', '&quot;')}"` : name));
  const tag = `<${[localName, ...written].join(' ')}>\n  ${innerHTML.trim()}\n</${localName}>`;
  if (!example.feed) return tag;
  return `${tag}\n<script>\n  document.querySelector('${localName}').feed = ${jsonOf(example.feed).replaceAll('\n', '\n  ')};\n</script>`;
}
