import { setImmediate } from 'node:timers/promises';
import { readJson } from '../../engine/index.ts';
import { shownRecord } from '../decisions/shown.ts';
import type { KeptDecision } from '../decisions/find.ts';
import { buildName } from '../library/build-name.ts';
import { hashOfText } from '../library/hash.ts';
import { decidedAgain } from './again.ts';
import {
  type EvidencePack,
  FORMAT,
  type PackBody,
  type PackDocuments,
  type PackedDecision,
  type PackedEntry,
} from './format.ts';
import type { Gathered, SealingEntry } from './gather.ts';
import { type Grounds, groundsOf } from './grounds.ts';
import { inOrder, packHash, sectionsOf } from './manifest.ts';
import { pageHash, pageOf } from './page/page.ts';

/** Who makes a pack, and of what. */
export type Maker = Omit<EvidencePack['made'], 'build'>;

type Families = ReadonlyMap<string, EvidencePack['families'][number]>;

/** Each family as it was decided, by `familyDocument`; what has one text is there once. */
function familiesOf({ families }: Gathered): Families {
  return new Map(
    [...families].map(([id, text]) => {
      const read = readJson(text);
      if (!read.ok) throw new Error('invariant: a kept family is JSON');
      // because it was read as a family before it was kept
      const document = read.value as Record<string, unknown>;
      return [id, { hash: hashOfText(text), document }] as const;
    }),
  );
}

interface Packing {
  readonly gathered: Gathered;
  readonly families: Families;
  readonly grounds: Grounds;
}

function packedDecision(kept: KeptDecision, { gathered, families, grounds }: Packing): PackedDecision {
  const family = kept.familyDocument === null ? undefined : families.get(kept.familyDocument);
  const record = shownRecord(kept);
  const { entry, place, familyMac, contentMac } = kept;
  return {
    record,
    familyHash: family?.hash ?? null,
    sealed: { entry, place, familyMac, contentMac },
    supersededBy: [...(gathered.supersededBy.get(kept.id) ?? [])],
    ...decidedAgain({ record, family: family?.document ?? null }, grounds, buildName),
  };
}

function packedEntry({ entry, rows }: SealingEntry): PackedEntry {
  return { ...entry, rows: [...rows] };
}

/** A pack, and the page that carries it. */
export interface MadePack {
  readonly pack: EvidencePack;
  readonly page: () => string;
}

/**
 * Makes a pack of what was gathered. Decisions are made again here, on the pack's own documents; between two a server
 * answers what else it is asked.
 */
export async function packOf(gathered: Gathered, documents: PackDocuments, maker: Maker): Promise<MadePack> {
  const families = familiesOf(gathered);
  const grounds = groundsOf(inOrder(documents));
  const decisions: PackedDecision[] = [];
  for (const kept of gathered.decisions) {
    decisions.push(packedDecision(kept, { gathered, families, grounds }));
    await setImmediate();
  }
  const body: PackBody = inOrder({
    format: FORMAT,
    made: { ...maker, build: buildName },
    families: [...families.values()],
    decisions,
    documents,
    audit: { entries: gathered.entries.map(packedEntry), head: gathered.head },
  });
  const unhashed = { sections: sectionsOf(body), page: pageHash(body, grounds) };
  const pack = { ...body, manifest: { ...unhashed, hash: packHash(unhashed) } };
  return { pack, page: () => pageOf(pack, grounds) };
}
