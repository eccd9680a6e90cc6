import type { CopyWords } from '../copy.ts';

export const copy: CopyWords = {
  copy: 'Copy',
  copied: 'Copied',
  failed: 'Copying doesn’t work here. Select the text and copy it yourself.',
};
