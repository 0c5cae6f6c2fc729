/** Runs one piece of work after another, in the order they came; one that fails does not hold up the next. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    // because a failure is its own caller's to see
    last = mine.catch(() => undefined);
    return mine;
  };
}
