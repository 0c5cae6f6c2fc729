import type { EvidencePack, PackBody } from '../../server/evidence/format.ts';
import { groundsOf } from '../../server/evidence/grounds.ts';
import { packHash, sectionsOf } from '../../server/evidence/manifest.ts';
import { pageHash } from '../../server/evidence/page/page.ts';
import { readPack } from '../../server/evidence/read.ts';
import { verifyPack } from '../../server/evidence/verify.ts';
import { keepingApp } from './kept.ts';
import { type Patch, patched } from './patch.ts';
import type { Database } from './stores.ts';

/** A family with decisions under two versions, and one of which the family was withheld. */
export async function decidedThrice(database: Pick<Database, 'open'>) {
  const app = await keepingApp(database);
  const records = [
    await app.keep(),
    await app.keep({ ruleset: { id: 'oxfordshire', version: '1.0.0' }, asOf: '2013-10-01' }),
    await app.keep({ keep: 'withhold', asOf: '2014-01-01' }),
  ];
  const pack = async (query = '') => {
    const answer = await app.ask(`/families/F-001/evidence-pack${query}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as unknown as EvidencePack;
  };
  return { ...app, records, pack };
}

/** What is found in a pack or the page of one, as `code pointer`, and the findings whole. */
export function verified(text: string) {
  const read = readPack(new TextEncoder().encode(text));
  if (!read.ok) throw new Error('it is a pack');
  const { pack, page } = read.value;
  const { findings, notes, decisions } = pack.ok
    ? verifyPack(pack.value, page)
    : { findings: pack.error, notes: [], decisions: [] };
  return { found: findings.map(({ code, pointer }) => `${code} ${pointer}`), findings, notes, decisions };
}

export const changed = (pack: EvidencePack, patch: Patch) => patched(pack, patch) as EvidencePack;

/** The pack with every hash of its manifest made anew: what somebody does who knows how packs are made. */
export function rehashed({ manifest, ...body }: EvidencePack): EvidencePack {
  const packed: PackBody = body;
  const unhashed = {
    ...manifest,
    sections: sectionsOf(packed),
    page: pageHash(packed, groundsOf(packed.documents)),
  };
  return { ...packed, manifest: { ...unhashed, hash: packHash(unhashed) } };
}
