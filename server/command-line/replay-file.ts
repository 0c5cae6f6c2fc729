import { exported, replayExported } from '../decisions/exported.ts';
import { documentOf } from '../library/document-text.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { opened } from './opened.ts';
import { failure, type Outcome } from './problem.ts';
import { exitOf, familyGiven, type ReplayOptions } from './replayed.ts';

/** Makes every decision of a file again, under the rulesets of the folder, without a store. */
export async function replayFileCommand(file: string, options: ReplayOptions, io: Io): Promise<Outcome> {
  const given = await familyGiven(options, io);
  if (!given.ok) return given.error;
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
  const document = documentOf(bytes.value);
  if (!document.ok)
    return failure('export-invalid', `\`${file}\` cannot be read`, { findings: document.error });
  const read = exported.safeParse(document.value);
  if (!read.success) {
    const detail = `\`${file}\` is neither an export of a family nor {decision, family} out of one`;
    return failure('export-invalid', detail);
  }
  const library = opened(options.rulesets);
  if (!library.ok) return library.error;
  const replayed = read.data.map((one) => ({
    record: one.decision.record,
    ...replayExported(library.value, one, given.value),
  }));
  return { exit: exitOf(replayed), output: { replayed } };
}
