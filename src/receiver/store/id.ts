/** Names of rows. Knows nothing of what is in them. */

/**
 * A UUID of version 7 (RFC 9562, §5.7): begins with the time, so that new rows stand together at the end of an index. With random names
 * each row of a batch would be on another page, and a commit writes every page that it touched.
 * @param time milliseconds since 1970
 */
export function newId(time: number): string {
  const random = crypto.randomUUID();
  const stamp = time.toString(16).padStart(12, '0').slice(-12);
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${random.slice(15)}`;
}
