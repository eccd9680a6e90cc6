import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Lazy } from '../../controllers/lazy.ts';
import type { JoinVariant } from '../../feed/join-body.ts';
import type { Collection } from '../../feed/merge.ts';
import { FeedElement } from '../feed-element.ts';
import type { Form } from './form.ts';

const parts = new Lazy(() => import('./form.ts'));

/**
 * The form to join the network, sign up for one session or give a tip; afterwards it is the invitation to the next session.
 * Sends nothing before it is told to, keeps nothing in the browser, and loses nothing that was typed, whatever the answer.
 *
 * @element meedoen-join-form
 * @slot - Shown before, without and instead of the form: a link or a mail address.
 * @fires {MeedoenJoinSubmitEvent} meedoen-join-submit - before a filled form is sent; cancel it to send it yourself
 * @fires {MeedoenJoinedEvent} meedoen-joined - after the server accepted it
 * @fires {MeedoenLoadEvent} meedoen-load - after the feed was read
 * @fires {MeedoenErrorEvent} meedoen-error - after a feed could not be had
 * @csspart base - everything the element shows
 * @csspart form - the form
 * @csspart title - its heading
 * @csspart intro - the text under the heading
 * @csspart field - a field with its label; `field-invalid` when something is wrong with it
 * @csspart label - the label of a field or a group of boxes
 * @csspart optional - “(niet verplicht)”
 * @csspart hint - the explanation of a field
 * @csspart error-message - what is wrong with a field
 * @csspart input - a text field or a list
 * @csspart choice - a box with its label
 * @csspart checkbox - the box itself
 * @csspart summary - everything that is wrong, with links to the fields
 * @csspart summary-title - the heading of the summary or the answer
 * @csspart answer - what is said when it could not be sent
 * @csspart mail - what is said where sending is not connected
 * @csspart actions - the row of the button
 * @csspart button - a button; the main one is also `submit`
 * @csspart invitation - a session with its date
 * @csspart date - the date set large
 * @csspart session-title - the title of that session
 * @csspart meta - its date in words and its place
 * @csspart add - the ways to put it in a calendar
 * @csspart ways - the list of them
 * @csspart joined - what is shown after joining
 * @csspart link - a link
 * @csspart empty - what is said when the feed has no form
 * @csspart notice - what is said about loading; a failure is also `error`
 * @csspart skeleton - what holds the room while loading
 * @cssprop --meedoen-action-background-color - the main button and ticked boxes
 * @cssprop --meedoen-action-color - the text on the main button
 * @cssprop --meedoen-background-color - the inside of fields
 * @cssprop --meedoen-control-border-color - the border of fields
 * @cssprop --meedoen-error-color - what is wrong
 * @cssprop --meedoen-wash-color - the ground of the invitation
 * @cssprop --meedoen-border-radius - corners of fields and buttons
 * @cssstate loading - the feed is on its way
 * @cssstate ready - the form or the invitation is shown
 * @cssstate empty - the feed has no form
 * @cssstate failed - the feed could not be had
 */
export class MeedoenJoinForm extends FeedElement {
  /** Milliseconds to wait for an answer. */
  protected patience = 20_000;
  #form: Form | undefined;

  /** Where the form is sent (https or http, relative to the page); without it the feed's `join.action`. */
  @property({ useDefault: true }) action = '';
  /** Id of the session to sign up for, with `variant="session"`. */
  @property({ useDefault: true }) session = '';
  /** `join` (default), `session` to sign up for one session, `tip` for someone or something to know of. */
  @property({ useDefault: true }) variant: JoinVariant = 'join';
  /** `json` (default), or `form` as a classic form sends it (multipart), which needs no CORS preflight. */
  @property({ useDefault: true }) encoding: 'json' | 'form' = 'json';

  /** Whether it takes sign-ups for sessions; true while that is not known. A calendar on the page shows its buttons for it. */
  get canRegister(): boolean {
    const { loading, collection } = this.source;
    return this.variant !== 'tip' && (loading || !!this.action || !!collection.join?.action || !!(collection.join && collection.email));
  }

  /** For a page that cancels `meedoen-join-submit` and sends the form itself: shows that it was accepted, and what the page wants said. */
  async complete(message = ''): Promise<void> {
    await parts.load();
    await this.#made.complete(message);
  }

  /** Most pages have no form, and this is the largest of the five: what it shows and does comes when it is on the page. */
  protected override get needed(): Lazy<object> {
    return parts;
  }

  protected override hasContent(collection: Collection): boolean {
    return this.#made.hasContent(collection);
  }

  protected override renderContent(): TemplateResult {
    return this.#made.render();
  }

  protected override renderEmpty({ email }: Collection): TemplateResult {
    return html`<p class="empty" part="empty">
      ${this.#made.words.unconnected} ${email ? html`<a part="link" href="mailto:${email}">${email}</a>` : ''}
    </p>`;
  }

  /** Asked for only once it has been fetched. */
  get #made(): Form {
    return (this.#form ??= new parts.module!.Form(this, () => ({
      collection: this.source.collection,
      loading: this.source.loading,
      ready: this.state === 'ready',
      language: this.language,
      locale: this.locale,
      common: this.common,
      now: this.clock.now,
      query: this.fixedQuery,
      level: this.headings(),
      patience: this.patience,
      langOf: (item) => this.langOf(item),
    })));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-join-form': MeedoenJoinForm;
  }
}
