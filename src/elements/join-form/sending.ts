/**
 * What the form needs once it is sent, fetched when a visitor comes near it: the body, the request, the answer and how that looks.
 */
import type { JoinBody } from '../../feed/join-body.ts';
import { textOf, textsOf } from './fields.ts';
import type { Model } from './model.ts';

export { answerView, joinedView, styles, summaryView } from './answers.ts';
export { fieldMeant, send } from './submit.ts';

/** The body of what was filled in; what is empty is left out. `more`: its keys that are no fields. */
export function bodyOf({ variant, fields, purposes, asked, data }: Model, more: Pick<JoinBody, 'feed' | 'language' | 'elapsed'>): JoinBody {
  const entries: [string, unknown][] = [['variant', variant]];
  const add = (key: string, value: unknown): void => void (value && entries.push([key, value]));
  for (const { name, kind, hidden, choices } of fields) {
    const value = hidden ? choices[0]!.id : textOf(data, name);
    if (kind === 'invite') entries.push([name, !!value]);
    else if (name !== 'session') add(name, name === 'needs' && value ? textsOf(data, name) : value);
  }
  add('session', asked?.id);
  const agreed = purposes.filter(({ id }) => textsOf(data, 'purposes').includes(id));
  if (agreed[0]) entries.push(['purposes', agreed.map(({ name }) => name)], ['purpose_ids', agreed.map(({ id }) => id)]);
  add('feed', more.feed);
  entries.push(['language', more.language], ['elapsed', more.elapsed]);
  add('extra', textOf(data, 'extra'));
  return Object.fromEntries(entries) as unknown as JoinBody;
}
