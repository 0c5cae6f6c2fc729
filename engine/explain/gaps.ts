import type { Gap } from '../decide/measured.ts';
import { FAMILY } from '../decide/run.ts';
import { listInWords, spanInWords, termInWords } from '../read/figures.ts';
import type { Judged } from './deciding.ts';

/** What gaps are put in words with. */
interface Said {
  readonly run: Judged['run'];
  readonly compiler: Pick<Judged['compiler'], 'vocabulary'>;
}

/** A member as a reason calls them. */
export function who({ run }: Pick<Judged, 'run'>, member: number): string {
  return member === FAMILY ? 'the family' : (run.family.members[member]?.id ?? 'a member');
}

/** Gaps of one member and type, with their terms together. */
function gathered(gaps: readonly Gap[]): Gap[] {
  const byKey = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = gap.terms === undefined ? `${byKey.size}` : `${gap.recordType ?? ''}@${gap.member}`;
    const before = byKey.get(key);
    byKey.set(
      key,
      before === undefined ? gap : { ...gap, terms: [...(before.terms ?? []), ...(gap.terms ?? [])] },
    );
  }
  return [...byKey.values()];
}

function gapInWords(judged: Said, gap: Gap): string {
  const { recordTypes } = judged.compiler.vocabulary;
  const label = gap.recordType === undefined ? undefined : recordTypes[gap.recordType]?.label;
  const name = label?.many ?? gap.recordType ?? '';
  const of = who(judged, gap.member);
  if (gap.field === 'calendar')
    return `the school calendar has no dates for ${listInWords((gap.terms ?? []).map(termInWords))}`;
  if (gap.span !== undefined) return `nothing is known of ${name} of ${of} ${spanInWords(gap.span)}`;
  if (gap.terms !== undefined)
    return `${name} of ${of}: missing for ${listInWords(gap.terms.map(termInWords))}`;
  if (gap.record !== undefined)
    return `\`${gap.field ?? ''}\` is not given in record ${gap.record.index + 1} of ${name}`;
  return `${gap.field === 'dateOfBirth' ? `the date of birth of ${of}` : `whether ${of} lives with the family`} is not given`;
}

/** "; term attendance of m2: missing for autumn term 2012/13". */
export function gapsInWords(judged: Said, gaps: readonly Gap[]): string {
  const together = gathered(gaps);
  const said = together.slice(0, 3).map((gap) => gapInWords(judged, gap));
  if (together.length > said.length) said.push(`${together.length - said.length} more are missing`);
  return said.length === 0 ? '' : `; ${said.join('; ')}`;
}
