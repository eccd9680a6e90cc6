/** Names of the five elements, without `meedoen-`: what a carrier can ask for. */
export const names: readonly string[] = ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form'];
