/**
 * What a visitor does in an example before it is looked at, and what answers a form that is sent: the same for stories, tests and pictures.
 * The functions stand alone (they use nothing outside themselves), because the pictures' pages get them as text.
 */
import type { Example, FormAnswer } from './examples.ts';

/**
 * Answers the forms that are sent to `/aanmelden/<id>`, an address that is nowhere else; every other request goes on.
 * @param answers by the ids of examples; without one a form is accepted
 */
export function receive(answers: Readonly<Record<string, FormAnswer | undefined>>): void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const id = /\/aanmelden\/([\w-]+)$/.exec(input instanceof Request ? input.url : String(input))?.[1];
    if (!id) return real.call(globalThis, input, init);
    const answer: FormAnswer = answers[id] ?? { status: 200, body: { ok: true } };
    if (answer === 'silence') return new Promise(() => {});
    if (typeof answer === 'string') return Promise.reject(new TypeError('Failed to fetch'));
    const { status, body = {}, headers } = answer;
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { ...headers } }));
  };
}

/** Fills in and presses what an example says, and waits until what follows is there. */
export async function act(element: Element, { fill, press, answer }: Pick<Example, 'fill' | 'press' | 'answer'>): Promise<void> {
  const root = element.shadowRoot!;
  const until = async (check: () => unknown): Promise<void> => {
    for (let turn = 0; !check() && turn < 500; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  for (const [name, value] of Object.entries(fill ?? {})) {
    const input = root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
    if (value === true) input.click();
    else {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  }
  if (!press) return;
  const target = root.querySelector<HTMLElement>(press);
  if (!target) throw new Error(`There is no ${press} to press.`);
  if (answer === 'offline') Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  target.click();
  // what unfolds has its content, also when that has to be fetched first
  const details = target.closest('details');
  if (details) return until(() => details.querySelector('[part=ways]'));
  // what opens, goes wrong or is answered takes the focus, also when it has to be fetched first; a form that waits says so
  await until(() => root.querySelector('form[aria-busy=true]') ?? (root.activeElement && root.activeElement !== target));
  if (answer !== 'silence') await until(() => !root.querySelector('form[aria-busy=true]') && root.activeElement);
  if (answer === 'offline') Reflect.deleteProperty(navigator, 'onLine');
}
