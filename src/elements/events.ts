/** The events every element has. Small `Event` subclasses with typed fields: no `detail`. */
import type { FeedError } from '../feed/client.ts';
import type { Collection } from '../feed/merge.ts';
import type { Problem } from '../feed/problem.ts';

const BUBBLES = { bubbles: true, composed: true };

/** After every load that gave something to show. */
export class MeedoenLoadEvent extends Event {
  static readonly type = 'meedoen-load';
  /** All feeds of the element together. */
  readonly feed!: Collection;
  /** What was wrong in them; everything else is shown. */
  readonly problems!: readonly Problem[];
  /** An older copy is shown. */
  readonly stale!: boolean;
  /** At least one of several feeds is missing. */
  readonly partial!: boolean;

  constructor(result: Pick<MeedoenLoadEvent, 'feed' | 'problems' | 'stale' | 'partial'>) {
    super(MeedoenLoadEvent.type, BUBBLES);
    Object.assign(this, result);
  }
}

/** After a load of which at least one feed failed. */
export class MeedoenErrorEvent extends Event {
  static readonly type = 'meedoen-error';
  /** Why; `error.message` names what to fix. */
  readonly error: FeedError;
  /** What was wrong in the feeds that did come. */
  readonly problems: readonly Problem[];

  constructor(error: FeedError, problems: readonly Problem[]) {
    super(MeedoenErrorEvent.type, BUBBLES);
    this.error = error;
    this.problems = problems;
  }
}

/** After the visitor searched or chose a filter; not for changes by program. */
export class MeedoenFilterChangedEvent extends Event {
  static readonly type = 'meedoen-filter-changed';
  /** What was typed. */
  readonly query: string;
  /** The id of the chosen sector; `''` for all. */
  readonly sector: string;
  /** The id of the chosen theme; `''` for all. */
  readonly theme: string;
  /** The id of the chosen region; `''` for all. */
  readonly region: string;
  /** How many items answer to it. */
  readonly count: number;

  constructor(choices: { text: string; sector: string; theme: string; region: string }, count: number) {
    super(MeedoenFilterChangedEvent.type, BUBBLES);
    this.query = choices.text;
    this.sector = choices.sector;
    this.theme = choices.theme;
    this.region = choices.region;
    this.count = count;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'meedoen-load': MeedoenLoadEvent;
    'meedoen-error': MeedoenErrorEvent;
    'meedoen-filter-changed': MeedoenFilterChangedEvent;
  }
}
