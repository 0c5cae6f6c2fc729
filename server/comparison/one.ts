import * as z from 'zod';
import { change } from '../../engine/index.ts';
import { type BatchSetup, plainVersion } from '../batch/setup.ts';
import type { Threads } from '../batch/threads.ts';
import type { Version } from '../library/library.ts';
import { attributed, notAttributed } from './attributed.ts';

/** Why a family is told something else, or why that cannot be said. */
export const attribution = z.union([attributed, notAttributed]).meta({
  id: 'Attribution',
  description:
    'Where `causes` was asked: of the verdicts of criteria, eligibility and outcomes and of the totals, which edits cause what changed.',
});
type Attribution = z.infer<typeof attribution>;

/** What a thread answers; where nothing changes there is nothing to attribute. */
const line = z.strictObject({
  line: z.int(),
  family: z.string(),
  changes: z.array(change),
  ...attributed.partial().shape,
  ...notAttributed.partial().shape,
});

interface Asked {
  readonly asOf: string;
  /** The attachment day that is restated under each version, where it is. */
  readonly restated: { readonly left?: string | undefined; readonly right: string | undefined };
  readonly family: unknown;
}

/** The causes of what one family is told differently. Found in a thread, because it takes long where there are many edits. */
export async function causesOf(
  threads: Threads,
  { asOf, restated, family }: Asked,
  { left, right }: { readonly left: Version; readonly right: Version },
): Promise<Attribution> {
  const bytes = Buffer.from(`${JSON.stringify(family)}\n`);
  const setup: BatchSetup = {
    ...{
      asOf,
      restateAttachment: restated.left,
      trace: 'none',
      brief: true,
      opinionsPerThousand: 0,
      lineBytes: bytes.length,
      problems: '',
    },
    version: plainVersion(left),
    right: { version: plainVersion(right), restateAttachment: restated.right, causes: true },
  };
  const decided = await threads.away(setup, { firstLine: 1, bytes, tooLong: [] });
  const {
    causes = [],
    shares = [],
    notAttributable,
  } = line.parse(JSON.parse(Buffer.from(decided.bytes).toString()));
  return notAttributable === undefined ? { causes, shares } : { notAttributable };
}
