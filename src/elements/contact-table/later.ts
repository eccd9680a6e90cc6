/** What the table needs only for a finder, for an editor's order, or once a visitor comes near: sorting, marking, keeping contacts. */
export { foundAlias, markMatches } from '../../feed/mark.ts';
export { copyWords } from '../../i18n/copy.ts';
export { Finder, styles } from './finder-view.ts';
export { ordered } from './ordered.ts';
export { saveAll, saveButton, saveContact } from './save.ts';
