/** The event of the contact table. */
import type { ContactItem } from '../../feed/merge.ts';

/** After the visitor followed a contact's mail or phone link, or found their one contact in the finder. */
export class MeedoenContactSelectedEvent extends Event {
  static readonly type = 'meedoen-contact-selected';
  /** The contact, with the feed it comes from. */
  readonly contact: ContactItem;

  constructor(contact: ContactItem) {
    super(MeedoenContactSelectedEvent.type, { bubbles: true, composed: true });
    this.contact = contact;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'meedoen-contact-selected': MeedoenContactSelectedEvent;
  }
}
