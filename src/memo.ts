/** Doing the same work once. Knows nothing of what it is. */

/** Keeps the last result while the inputs stay the same objects. */
export function memo<A extends readonly unknown[], R>(make: (...inputs: A) => R): (...inputs: A) => R {
  let last: { inputs: A; result: R } | undefined;
  return (...inputs) => {
    if (!last || inputs.some((input, at) => input !== last!.inputs[at])) last = { inputs, result: make(...inputs) };
    return last.result;
  };
}
