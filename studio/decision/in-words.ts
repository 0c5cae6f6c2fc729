import type { Judgement, VerdictsOnly, Vocabulary } from '../engine.ts';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import { pounds } from '../money-in-words.ts';
import type { DecidingRules } from '../reading/read-version.ts';
import { releasesInWords } from '../rulesets/releases-in-words.ts';

type MissingDatum = Judgement['missing'][number];
/** As much of an answer as its headline says. */
type Answer = Pick<VerdictsOnly, 'eligibility' | 'totalDuePence' | 'totalPossiblePence'>;

function eligibilityInWords({ eligibility }: Answer, family: string): string {
  const route = eligibility.routes.find(({ id }) => id === eligibility.route);
  const by = route === undefined ? '' : `, by the ${route.id} route`;
  const sentences = {
    met: `Family ${family} is eligible${by}.`,
    'not-met': `Family ${family} is not eligible.`,
    unknown: `It is not known whether family ${family} is eligible.`,
    'not-applicable': `Whether family ${family} is eligible is not a question these rules ask.`,
  };
  return sentences[eligibility.verdict];
}

function moneyInWords({ totalDuePence, totalPossiblePence }: Answer): string {
  const due = totalDuePence === 0 ? 'Nothing is due' : `${pounds(totalDuePence)} is due`;
  if (totalPossiblePence <= totalDuePence) return `${due}.`;
  return `${due}, and up to ${pounds(totalPossiblePence)} could be once everything is known.`;
}

/** The whole answer in one or two sentences. */
export function headline(answer: Answer, family: string): string {
  return `${eligibilityInWords(answer, family)} ${moneyInWords(answer)}`;
}

/** Which rules, on which day. */
export function groundsInWords(judgement: Judgement, { held }: DecidingRules): string {
  const { asOf, attachedOn, restatedAttachment } = judgement;
  const attached = attachedOn === null ? 'not attached by then' : `attached on ${dayInWords(attachedOn)}`;
  const restated = restatedAttachment === undefined ? '' : ', as restated';
  const which = held.version === undefined ? 'as this draft has it' : `version ${held.version}`;
  const standing = held.version === undefined ? '' : ` ${releasesInWords(held.releases)}`;
  return `${held.title}, ${which}, as of ${dayInWords(asOf)}.${standing} The family was ${attached}${restated}.`;
}

/** `2012-13/autumn` as autumn 2012-13. */
export function termInWords(term: string): string {
  const [year = '', season = ''] = term.split('/');
  return `${season} ${year}`;
}

/** A missing datum as a noun phrase: what would settle something. Terms are said apart. */
export function missingInWords(datum: MissingDatum, { recordTypes }: Vocabulary): string {
  const { recordType, member, field, record, from, to } = datum;
  const label = recordType === undefined ? undefined : recordTypes[recordType]?.label.many;
  const what = recordType === undefined ? [] : [`${label ?? 'records'} (\`${recordType}\`)`];
  const ofField =
    field === undefined ? what : [`\`${field}\``, ...(record === undefined ? what : [`of \`${record}\``])];
  const since = from === undefined ? '' : ` from ${dayInWords(from)}`;
  const until = to === undefined ? '' : ` to ${lastDayInWords(to)}`;
  const whose = member === undefined ? '' : ` of ${member}`;
  return `${ofField.join(' ')}${whose}${since}${until}`;
}
