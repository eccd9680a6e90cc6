/** The events of the session calendar. */
import type { SessionItem } from '../../feed/merge.ts';

/** After the visitor opened a session. */
export class MeedoenSessionSelectedEvent extends Event {
  static readonly type = 'meedoen-session-selected';
  /** The session, with the feed it comes from. */
  readonly session: SessionItem;

  constructor(session: SessionItem) {
    super(MeedoenSessionSelectedEvent.type, { bubbles: true, composed: true });
    this.session = session;
  }
}

/** Before the visitor goes to sign up. Prevented, nothing more happens: whoever prevents it takes over. */
export class MeedoenSessionRegisterEvent extends Event {
  static readonly type = 'meedoen-session-register';
  /** The session, with the feed it comes from. */
  readonly session: SessionItem;

  constructor(session: SessionItem) {
    super(MeedoenSessionRegisterEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.session = session;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'meedoen-session-selected': MeedoenSessionSelectedEvent;
    'meedoen-session-register': MeedoenSessionRegisterEvent;
  }
}
