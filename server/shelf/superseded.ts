import { existsSync } from 'node:fs';
import path from 'node:path';
import { asc } from 'drizzle-orm';
import * as z from 'zod';
import { err, ok, type Result } from '../../engine/index.ts';
import { NATIONAL } from '../identity/principal.ts';
import { type Basis, basisOf } from '../library/basis.ts';
import { contentKinds, contentsByKind } from '../library/content-kinds.ts';
import { documentIn, readText } from '../library/document-text.ts';
import { type Finding, found, inFile } from '../library/finding.ts';
import { programmeDocumentsOf } from '../library/programme-documents.ts';
import type { Store } from '../store/store.ts';
import { type BasisText, publishBasis } from './publish.ts';
import { contentsOf, restsOn } from './stored-library.ts';
import { scribeOf, theSystem } from './write.ts';

/**
 * Beside the documents of a folder, which has one content of each name: the contents that another has superseded, one a
 * line in the order in which they were published, each with the versions that rest on it.
 */
export const SUPERSEDED = 'superseded.ndjson';

const line = z.strictObject({
  kind: z.enum(contentKinds),
  name: z.string(),
  file: z.string(),
  /** `tiny@1.0.0`, in order of id. */
  versions: z.array(z.string()),
  text: z.string(),
});

/** A content that was superseded, and what it holds. */
export interface Superseded {
  readonly basis: BasisText;
  readonly versions: readonly string[];
  readonly holds: Basis;
}

/** The text of the file; undefined where nothing was superseded. */
export async function supersededText(store: Store): Promise<string | undefined> {
  const { publishedBasis, publishedVersion } = store.tables;
  const bases = await store.read((q) =>
    q.select().from(publishedBasis).orderBy(asc(publishedBasis.entry), asc(publishedBasis.place)),
  );
  const last = new Map(bases.map(({ kind, name, hash }) => [`${kind}/${name}`, hash]));
  const before = bases.filter(({ kind, name, hash }) => last.get(`${kind}/${name}`) !== hash);
  if (before.length === 0) return undefined;
  const versions = await store.read((q) =>
    q.select().from(publishedVersion).orderBy(asc(publishedVersion.id)),
  );
  const textOf = await contentsOf(
    store,
    before.map(({ document }) => document),
  );
  const lines = before.map(({ kind, name, hash, file, document }) => {
    const resting = versions.filter((version) => restsOn(version, { kind, name, hash }));
    return JSON.stringify({
      kind,
      name,
      file,
      versions: resting.map(({ id }) => id),
      text: textOf(document),
    });
  });
  return `${lines.join('\n')}\n`;
}

function supersededIn(text: string, at: number): Result<Superseded, Finding[]> {
  const place = inLine(at);
  const json = documentIn(text);
  if (!json.ok) return err(place(json.error));
  const read = line.safeParse(json.value);
  if (!read.success) {
    const message = 'a line has `kind`, `name`, `file`, `versions` and `text`, and nothing else';
    return err(place([found('kind-unclear', '', { message })]));
  }
  const { kind, name, file, versions } = read.data;
  const placed = [{ kind, file, read: documentIn(read.data.text) }];
  const { basis, findings } = basisOf(placed);
  const { documents, findings: further } = programmeDocumentsOf(placed);
  if (findings.length + further.length > 0) return err(place([...findings, ...further]));
  const held = contentsByKind({ basis, programme: documents })[kind].get(name);
  if (held === undefined) {
    const message = `the content does not name itself \`${name}\``;
    return err(place([found('other-name', '/name', { message })]));
  }
  const content = { kind, name, hash: held.hash, file, text: read.data.text, draft: null };
  return ok({ basis: content, versions, holds: basis });
}

/** Findings about one line of the file. */
function inLine(at: number) {
  return (diagnostics: Parameters<typeof inFile>[1]): Finding[] =>
    inFile(SUPERSEDED, diagnostics).map((one) => ({ ...one, line: at + 1 }));
}

/** What a folder says was superseded; nothing where it has no such file. */
export function readSuperseded(folder: string): Result<readonly Superseded[], Finding[]> {
  const file = path.join(folder, SUPERSEDED);
  if (!existsSync(file)) return ok([]);
  const text = readText(file);
  if (!text.ok) return err(inFile(SUPERSEDED, text.error));
  const read = text.value.split('\n').flatMap((one, at) => (one === '' ? [] : [supersededIn(one, at)]));
  const findings = read.flatMap((one) => (one.ok ? [] : one.error));
  return findings.length > 0 ? err(findings) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** Publishes what was superseded into an empty store, before what superseded it; what is there already is left. */
export async function publishSuperseded(store: Store, contents: readonly Superseded[]): Promise<void> {
  if (contents.length === 0) return;
  await store.write({ actor: theSystem.actor, authority: NATIONAL }, async (tx) => {
    const { shelf, publishedBasis } = tx.tables;
    const filled = (await tx.q.$count(shelf)) > 0;
    const there = await tx.q.select({ id: publishedBasis.id }).from(publishedBasis);
    const ids = new Set(there.map(({ id }) => id));
    const missing = contents.filter(({ basis: { kind, name, hash } }) => !ids.has(`${kind}/${name}/${hash}`));
    const published = filled ? [] : missing;
    tx.record({ action: 'superseded-seeded', detail: { contents: published.length } });
    const scribe = scribeOf(tx, theSystem);
    for (const { basis } of published) await publishBasis(scribe, basis);
  });
}
