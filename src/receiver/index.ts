/**
 * `meedoen/receiver`: a place for joins to land, for every server that speaks the Fetch API. Needs the packages `@libsql/client` and
 * `@cfworker/json-schema`, and `nodemailer` to send letters. The document for people is docs/receiver.md.
 */
export { jsonLog, type Log, type LogEntry } from './log.ts';
export { type Letter, MailError, type Mailer, type SmtpOptions } from './mail.ts';
export { ReceiverError, type ReceiverOptions } from './options.ts';
export { createReceiver, type Receiver, type RequestInfo } from './receiver.ts';
export { DatabaseError, type DatabaseOptions } from './store/database.ts';
export type { StoredJoin } from './store/joins.ts';
export { type Choice, PeopleStore, type Retention } from './store/people.ts';
export { openStore, type Store } from './store/store.ts';
