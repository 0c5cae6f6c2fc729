import type { ComparedPair, ComparedVersion, Job } from '../../api.ts';
import { pounds } from '../../money-in-words.ts';
import { counted, numberInWords } from '../../ui/number-in-words.ts';

/** A version that is compared, by its name; of a draft, which revision of it. */
export function versionName({ id, version, draft, revision }: ComparedVersion): string {
  if (draft === null) return `${id} ${version}`;
  return revision === null ? `a draft of ${id}` : `a draft of ${id}, revision ${revision}`;
}

/** `a, b and c`. */
const listed = new Intl.ListFormat('en-GB');

/** Versions by their names, where several of one ruleset follow each other with its id once. */
export function versionsNamed(versions: readonly ComparedVersion[]): string {
  const names = versions.map((version, at) => {
    const before = versions[at - 1];
    const goesOn = versions.length > 2 && before?.id === version.id && before.draft === null;
    return goesOn && version.draft === null ? version.version : versionName(version);
  });
  return listed.format(names);
}

/** What is compared, in a few words. */
export const comparisonName = ({ question }: Pick<Job, 'question'>): string =>
  versionsNamed(question.versions);

/** An amount with its sign, where it is a difference. */
export function difference(pence: number): string {
  if (pence === 0) return 'no difference';
  return pence > 0 ? `${pounds(pence)} more` : `${pounds(-pence)} less`;
}

function eligibilityMoves({
  becameEligible,
  stoppedEligible,
}: Pick<ComparedPair, 'becameEligible' | 'stoppedEligible'>): string {
  if (becameEligible === 0 && stoppedEligible === 0) return 'Nobody becomes eligible or stops being so';
  const starts = becameEligible === 0 ? 'None becomes' : counted(becameEligible, 'becomes', 'become');
  const stops = stoppedEligible === 0 ? 'none stops' : counted(stoppedEligible, 'stops', 'stop');
  return `${starts} eligible and ${stops} being so`;
}

/** What a comparison comes to, in two sentences. */
export function headlineOf(
  pair: Pick<
    ComparedPair,
    'families' | 'changed' | 'becameEligible' | 'stoppedEligible' | 'leftDuePence' | 'rightDuePence'
  >,
): string {
  const of = `Of ${counted(pair.families, 'family', 'families')}`;
  if (pair.changed === 0) return `${of} none is told anything different.`;
  const changed = `${of} ${counted(pair.changed, 'is', 'are')} told something different.`;
  const more = pair.rightDuePence - pair.leftDuePence;
  const due =
    more === 0
      ? `as much is due as before, ${pounds(pair.rightDuePence)}`
      : `${difference(more)} is due: ${pounds(pair.rightDuePence)} and not ${pounds(pair.leftDuePence)}`;
  return `${changed} ${eligibilityMoves(pair)}; ${due}.`;
}

/** What could not be decided, or is no longer counted. */
export function leftAside(job: Job): string | undefined {
  const said = [
    ...(job.wrong > 0
      ? [
          `${counted(job.wrong, 'family', 'families')} could not be decided under every version and count nowhere.`,
        ]
      : []),
    ...(job.erased > 0 ? [`${numberInWords(job.erased)} were erased since and count nowhere any more.`] : []),
  ];
  return said.length === 0 ? undefined : said.join(' ');
}
