import { buildName } from '../library/build-name.ts';
import { checkAudit } from './check-audit.ts';
import { type CheckedDecision, checkDecision } from './check-decisions.ts';
import { checkDocuments, checkManifest } from './check-hashes.ts';
import { found, noted, type PackFinding, type PackNote, unlessSame } from './finding.ts';
import type { EvidencePack } from './format.ts';
import { type Grounds, groundsOf } from './grounds.ts';
import { hashOfPage, pageHash, pageOf } from './page/page.ts';

/** A page as it was found: the whole of it, and what stands around its data. */
export interface FoundPage {
  readonly text: string;
  readonly around: string;
}

export interface Verified {
  readonly findings: readonly PackFinding[];
  readonly notes: readonly PackNote[];
  readonly decisions: readonly Pick<CheckedDecision, 'record' | 'result'>[];
}

/** The first line in which two texts differ. */
function firstLine(expected: string, text: string) {
  const [wanted, there] = [expected.split('\n'), text.split('\n')];
  const at = wanted.findIndex((line, place) => line !== there[place]);
  const line = at === -1 ? wanted.length : at;
  const shown = (lines: readonly string[]) => (lines[line] ?? '').trim().slice(0, 200);
  return { line: line + 1, expected: shown(wanted), found: shown(there) };
}

interface Rendered {
  readonly pack: EvidencePack;
  readonly page: FoundPage | undefined;
  /** Absent where the page cannot be made again here. */
  readonly grounds: Grounds | undefined;
}

/** The page against the pack: by its hash, and where the same build made it by making it again. */
function checkPage({ pack, page, grounds }: Rendered): PackFinding[] {
  const { manifest, ...body } = pack;
  const pointer = '/manifest/page';
  if (page === undefined) {
    if (grounds === undefined) return [];
    const expected = pageHash(body, grounds);
    return unlessSame('page-changed', pointer, { expected, found: manifest.page });
  }
  const again = grounds === undefined ? undefined : pageOf(pack, grounds);
  if (again !== undefined)
    return again === page.text ? [] : [found('page-changed', pointer, firstLine(again, page.text))];
  return unlessSame('page-changed', pointer, {
    expected: manifest.page,
    found: hashOfPage(page.around, manifest.hash),
  });
}

/** Checks a pack by itself, and the page that it was found in where it was in one. */
export function verifyPack(pack: EvidencePack, page: FoundPage | undefined): Verified {
  const grounds = groundsOf(pack.documents);
  const decisions = pack.decisions.flatMap((_, place) => checkDecision(pack, place, grounds));
  const findings = [
    ...checkManifest(pack),
    ...checkDocuments(pack, grounds),
    ...decisions.flatMap((one) => one.findings),
    ...checkAudit(pack),
  ];
  const isOurs = pack.made.build === buildName;
  // because what a changed pack reads like says nothing of its page
  const made = isOurs && findings.length === 0 ? grounds : undefined;
  return {
    findings: [...findings, ...checkPage({ pack, page, grounds: made })],
    notes: [
      ...(isOurs ? [] : [noted('other-build', '/made/build')]),
      ...decisions.flatMap((one) => one.notes),
    ],
    decisions: decisions.map(({ record, result }) => ({ record, result })),
  };
}
