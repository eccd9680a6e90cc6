import type { SaveWords } from '../save.ts';

export const save: SaveWords = {
  one: (who: string) => `Save ${who} as a contact`,
  keep: 'Save as a contact',
  about: (count: number) => (count === 1 ? 'You save the contact that you see now.' : `You save these ${count} contacts, in this order.`),
  vcard: 'For your address book (vCard)',
  csv: 'As a table for Excel (CSV)',
  emails: (count: number) => (count === 1 ? '1 email address' : `${count} email addresses`),
  noFiles: 'This app can’t save files. Open this page in your browser.',
  file: 'contacts',
  website: 'Website',
};
