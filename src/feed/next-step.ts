/** From a story to what a reader can do next, as far as the feed has it; never guessed. Pure. */
import type { Collection, ContactItem, SessionItem, StoryItem } from './merge.ts';
import { agendaOf, isOff, sessionPhase } from './sessions.ts';

export interface NextStep {
  /** Who answers for the story's sector (and region), with a way to reach them. */
  readonly contact?: ContactItem;
  /** The first session to come that is about one of the story's themes, or for one of its sectors. */
  readonly session?: SessionItem;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));

/**
 * A contact or session without a sector is for everyone, and therefore no next step of this story in particular.
 * @param now milliseconds since 1970
 */
export function nextStepOf(story: StoryItem, { contacts, sessions }: Collection, now: number): NextStep {
  const near = ({ regions }: ContactItem): number => (share(regions, story.regions) ? 0 : regions.length ? 2 : 1);
  const [contact] = contacts
    .filter(({ sectors, email, phone, url }) => share(sectors, story.sectors) && (email ?? phone ?? url))
    .sort((a, b) => near(a) - near(b) || a.sectors.length - b.sectors.length);
  const session = agendaOf(sessions, 'upcoming', now).find(
    (one) =>
      /^(upcoming|now)$/.test(sessionPhase(one, now)) &&
      !isOff(one) &&
      (share(one.themes, story.themes) || share(one.sectors, story.sectors)),
  );
  return { ...(contact && { contact }), ...(session && { session }) };
}
