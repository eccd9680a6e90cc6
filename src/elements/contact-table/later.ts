/** What the table needs only for a finder, an editor's order or several feeds, or once a visitor comes near: sorting, marking, keeping. */
export { markMatches } from '../../feed/mark.ts';
export { Finder, styles } from './finder-view.ts';
export { foundLabels } from './found.ts';
export { ordered } from './ordered.ts';
export { onePerPerson } from './people.ts';
export { saveAll, Tools } from './save.ts';
