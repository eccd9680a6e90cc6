/**
 * What the receiver tells whoever keeps it running: one object per event, for programs to read. No personal data: no names, e-mail
 * addresses, IP addresses, keys, links, or anything that was filled in.
 */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  /** `start`, `request`, `mail`, `feed`, `prune`, `stop`, or `error`. */
  readonly event: string;
  readonly [more: string]: string | number | boolean | undefined;
}

export type Log = (entry: LogEntry) => void;

/** Writes JSON, a line per event. */
export function jsonLog(write: (line: string) => void): Log {
  return (entry) => write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}

/** What kind of error it is, where its message could hold what was filled in. */
export function kindOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
