/**
 * What is being filled in: the values, also of fields that are not shown now, the key and the age of this filled form, and the warning
 * when the visitor leaves with it unsent. In memory only. Knows a form element; no feed, no words, no network.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Field } from './fields.ts';
import { newKey } from './submit.ts';

/** What a person would otherwise type again in a second form. */
const WHO = ['name', 'email', 'organisation', 'role', 'sector', 'region', 'phone'];

export class Draft implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #unsent = false;
  #since: number | undefined;
  data = new FormData();
  /** One per filled form, however often it is sent. */
  key = newKey();

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether leaving the page would lose something. */
  get unsent(): boolean {
    return this.#unsent;
  }

  set unsent(unsent: boolean) {
    this.#unsent = unsent;
    // a listener that is always there would keep the page out of the browser's back-forward cache
    if (unsent && this.#host.isConnected) addEventListener('beforeunload', this.#warn);
    else removeEventListener('beforeunload', this.#warn);
  }

  /** Whether the form was shown. */
  get begun(): boolean {
    return this.#since !== undefined;
  }

  /** Whole seconds since the form was shown. */
  get elapsed(): number {
    return this.#since === undefined ? 0 : Math.round((performance.now() - this.#since) / 1000);
  }

  hostConnected(): void {
    this.unsent = this.#unsent;
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#warn);
  }

  /** Says that the form is on screen. */
  begin(): void {
    this.#since ??= performance.now();
  }

  /** Reads the form as it is on screen: password managers fill in fields without always saying so. */
  read(form: HTMLFormElement): void {
    const shown = new Set([...form.elements].map((control) => (control as HTMLInputElement).name));
    const data = new FormData(form);
    for (const [name, value] of this.data) if (!shown.has(name)) data.append(name, value);
    this.data = data;
    this.unsent = [...data].some(([name, value]) => value && name !== 'extra');
  }

  /** Where the attributes leave one choice, it is made. */
  prefill(fields: readonly Field[]): void {
    for (const { name, kind, choices } of fields) {
      if (kind === 'select' && choices.length === 1 && !this.data.has(name)) this.data.set(name, choices[0]!.id);
    }
  }

  /** Empties the form for another one, but for who fills it in. */
  restart(): void {
    const data = new FormData();
    for (const [name, value] of this.data) if (WHO.includes(name)) data.append(name, value);
    this.data = data;
    this.key = newKey();
    this.#since = undefined;
    this.unsent = false;
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Chromium before 119
    event.returnValue = true;
  };
}
