import { isUtf8 } from 'node:buffer';
import * as z from 'zod';
import { readJson } from '../../engine/index.ts';
import type { Deciding } from '../batch/threads.ts';
import { withEarlier } from '../claims/earlier.ts';
import { earlierOf } from '../claims/earlier-of.ts';
import { type LedgerFamily, ledgerFamily } from '../claims/family.ts';
import type { Store } from '../store/store.ts';

const LINE_FEED = 0x0a;
const lineEnd = Uint8Array.of(LINE_FEED);

/** Whether the ledger's claims are put into families, as a query asks it. */
export const ledgerClaims = z.enum(['true', 'false']).default('false');

/** Whose ledger is read, and the day after which nothing is seen that was clawed back; all is where it is absent. */
export interface LedgerOf {
  readonly asOf?: string | undefined;
  readonly store: Pick<Store, 'read' | 'tables'>;
  readonly authority: string;
}

/** A family that the ledger can be asked about; of any other text whoever decides it says what is wrong. */
function familyIn(text: string): LedgerFamily | undefined {
  const read = readJson(text);
  return read.ok ? ledgerFamily.safeParse(read.value).data : undefined;
}

/** Families, each the JSON of one, with the claims of the ledger that count in their records. What has none stays as it is. */
export async function withLedgerClaims(
  texts: readonly string[],
  { store: { read, tables }, authority, asOf }: LedgerOf,
): Promise<string[]> {
  const families = texts.map(familyIn);
  const asked = families.filter((one) => one !== undefined);
  const earlier = await read((q) => earlierOf({ q, tables, asOf }, authority, asked));
  return texts.map((text, at) => {
    const family = families[at];
    if (family === undefined) return text;
    const whole = withEarlier(family, earlier.on(family));
    return whole === family ? text : JSON.stringify(whole);
  });
}

/** The lines of a block, without their ends. */
function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, from);
    yield bytes.subarray(from, end);
    from = end + 1;
  }
}

/** Decides blocks of lines with the claims of the ledger in their families. */
export function decidingWithLedger({ decide, atOnce }: Deciding, of: LedgerOf): Deciding {
  return {
    atOnce,
    decide: async (block) => {
      const lines = [...linesIn(Buffer.from(block.bytes))];
      // because a line that is not UTF-8 is refused as it came, and an empty text is no family
      const texts = lines.map((line) => (isUtf8(line) ? line.toString() : ''));
      const whole = await withLedgerClaims(texts, of);
      const parts = lines.flatMap((line, at) => [
        texts[at] === whole[at] ? line : Buffer.from(whole[at] ?? ''),
        lineEnd,
      ]);
      return decide({ ...block, bytes: Buffer.concat(parts) });
    },
  };
}
