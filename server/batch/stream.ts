/** What is told of a stream: what went wrong with it, and once that it is over, however it ended. */
export interface Told {
  readonly onError: (error: unknown) => void;
  readonly onOver: () => void;
}

/** Output as it is asked for, and not before; whoever stops reading stops the work. */
export function streamOf(output: AsyncGenerator<Uint8Array, void>, told: Told): ReadableStream<Uint8Array> {
  let isLeft = false;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      const next = await output.next();
      // because whoever read may have gone while this was made, and then takes nothing more
      if (isLeft) return;
      if (next.done !== true) {
        controller.enqueue(next.value);
        return;
      }
      controller.close();
    } catch (error) {
      if (isLeft) return;
      told.onError(error);
      controller.error(error);
    }
    told.onOver();
  };
  const cancel = async () => {
    isLeft = true;
    told.onOver();
    await output.return();
  };
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
}
