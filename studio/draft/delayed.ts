/** Does something once, after a time in which it was not asked for again. */
export function delayed(act: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
  };
  return {
    stop,
    /** In so many milliseconds. */
    in: (time: number) => {
      stop();
      timer = setTimeout(() => void act(), time);
    },
  };
}
