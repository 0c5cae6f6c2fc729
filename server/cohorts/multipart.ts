import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { Refusal } from '../governance/refusal.ts';
import { formOf, type SentFile } from './reading/upload.ts';

/** Files of one upload, at most. */
const MOST_FILES = 200;

const tooMany = () =>
  new Refusal('cohort-unreadable', {
    faults: [
      { code: 'too-many-files', file: '', message: `an upload has ${String(MOST_FILES)} files at most` },
    ],
  });

/** Files as they come, one after the other; what goes wrong is thrown to whoever waits for the next. */
class Arrivals {
  private readonly files: SentFile[] = [];
  private current: Readable | undefined;
  private over = false;
  private wrong: Error | undefined;
  private wake: () => void = () => undefined;

  add(file: string, bytes: Readable): void {
    // because one that breaks off before anybody reads it would otherwise end the process
    bytes.on('error', () => undefined);
    this.current = bytes;
    this.files.push({ file, form: formOf(file), bytes });
    this.wake();
  }

  end(wrong?: Error): void {
    this.over = true;
    this.wrong ??= wrong;
    if (this.wrong !== undefined) this.current?.destroy(this.wrong);
    this.wake();
  }

  async *all(): AsyncGenerator<SentFile, void> {
    for (;;) {
      const next = this.files.shift();
      if (next !== undefined) yield next;
      else if (this.wrong !== undefined) throw this.wrong;
      else if (this.over) return;
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }
}

/** The files of a multipart body, in their order. Each must be read to its end before the next one comes. */
export function filesIn(
  bytes: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<SentFile, void> {
  const arrivals = new Arrivals();
  const parser = new Busboy({ headers: { 'content-type': contentType }, limits: { files: MOST_FILES } });
  parser.on('file', (_field, stream, name) => {
    arrivals.add(typeof name === 'string' ? name : '', stream);
  });
  parser.on('filesLimit', () => {
    arrivals.end(tooMany());
  });
  pipeline(Readable.from(bytes), parser).then(
    () => {
      arrivals.end();
    },
    (error: unknown) => {
      // because what the parser has against the bytes is that they end too early, or are no multipart at all
      arrivals.end(error instanceof Refusal ? error : new Refusal('body-cut-off'));
    },
  );
  return arrivals.all();
}
