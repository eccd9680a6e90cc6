/** The events of the join form. */
import type { JoinBody } from '../../feed/join-body.ts';
import type { SessionItem } from '../../feed/merge.ts';

/** Before a filled form is sent; cancelled, it is not sent: the page does that itself and says so with `complete()`. */
export class MeedoenJoinSubmitEvent extends Event {
  static readonly type = 'meedoen-join-submit';
  /** The body by its own keys, before the feed's `as` renames any. */
  readonly values: JoinBody;

  constructor(values: JoinBody) {
    super(MeedoenJoinSubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.values = values;
  }
}

/** After a form was sent and accepted. */
export class MeedoenJoinedEvent extends Event {
  static readonly type = 'meedoen-joined';
  /** What the server answered: parsed JSON, else its text. */
  readonly response: unknown;
  /** The session that was signed up for or asked to be invited to. */
  readonly session: SessionItem | undefined;

  constructor(response: unknown, session: SessionItem | undefined) {
    super(MeedoenJoinedEvent.type, { bubbles: true, composed: true });
    this.response = response;
    this.session = session;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'meedoen-join-submit': MeedoenJoinSubmitEvent;
    'meedoen-joined': MeedoenJoinedEvent;
  }
}
