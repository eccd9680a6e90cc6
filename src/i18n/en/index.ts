/** Every word a visitor can read, in English: fetched where the page speaks it. */
import { commonWords } from '../common.ts';
import { contactWords } from '../contacts.ts';
import { copyWords } from '../copy.ts';
import { joinWords } from '../join.ts';
import { sessionWords } from '../sessions.ts';
import { storyWords } from '../stories.ts';
import { answerWords } from '../answers.ts';
import { monthWords } from '../month.ts';
import { readerWords } from '../reader.ts';
import { finderWords } from '../finder.ts';
import { saveWords } from '../save.ts';
import { common } from './common.ts';
import { finder } from './finder.ts';
import { reader } from './reader.ts';
import { month } from './month.ts';
import { answers } from './answers.ts';
import { contacts } from './contacts.ts';
import { copy } from './copy.ts';
import { join } from './join.ts';
import { save } from './save.ts';
import { sessions } from './sessions.ts';
import { stories } from './stories.ts';

/** Gives every subject its English words. */
export function speakEnglish(): void {
  commonWords.en = common;
  contactWords.en = contacts;
  copyWords.en = copy;
  joinWords.en = join;
  saveWords.en = save;
  sessionWords.en = sessions;
  answerWords.en = answers;
  monthWords.en = month;
  readerWords.en = reader;
  finderWords.en = finder;
  storyWords.en = stories;
}
