import type { Decision, MissingDatum } from '../api.ts';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import { pounds } from '../money-in-words.ts';

function eligibilityInWords({ eligibility, family }: Decision): string {
  const route = eligibility.routes.find(({ id }) => id === eligibility.route);
  const by = route === undefined ? '' : `, by the ${route.id} route`;
  const sentences = {
    met: `Family ${family.id} is eligible${by}.`,
    'not-met': `Family ${family.id} is not eligible.`,
    unknown: `It is not known whether family ${family.id} is eligible.`,
    'not-applicable': `Whether family ${family.id} is eligible is not a question these rules ask.`,
  };
  return sentences[eligibility.verdict];
}

function moneyInWords({ totalDuePence, totalPossiblePence }: Decision): string {
  const due = totalDuePence === 0 ? 'Nothing is due' : `${pounds(totalDuePence)} is due`;
  if (totalPossiblePence <= totalDuePence) return `${due}.`;
  return `${due}, and up to ${pounds(totalPossiblePence)} could be once everything is known.`;
}

/** The whole answer in one or two sentences. */
export function headline(decision: Decision): string {
  return `${eligibilityInWords(decision)} ${moneyInWords(decision)}`;
}

/** Which rules, on which day. */
export function groundsInWords({ asOf, ruleset, attachedOn, restatedAttachment }: Decision): string {
  const inForce = ruleset.inForce ? 'in force on that day' : 'not in force on that day';
  const attached = attachedOn === null ? 'not attached by then' : `attached on ${dayInWords(attachedOn)}`;
  const restated = restatedAttachment === undefined ? '' : ', as restated';
  return `${ruleset.title}, version ${ruleset.version}, as of ${dayInWords(asOf)} (${inForce}). The family was ${attached}${restated}.`;
}

/** A missing datum as a noun phrase: what would settle something. */
export function missingInWords({ recordType, member, field, record, from, to, terms }: MissingDatum): string {
  const what = recordType === undefined ? [] : [`\`${recordType}\` records`];
  const ofField =
    field === undefined ? what : [`\`${field}\``, ...(record === undefined ? what : [`of \`${record}\``])];
  const since = from === undefined ? '' : ` from ${dayInWords(from)}`;
  const until = to === undefined ? '' : ` to ${lastDayInWords(to)}`;
  const inTerms = terms === undefined ? '' : ` for ${terms.join(', ')}`;
  const whose = member === undefined ? '' : ` of ${member}`;
  return `${ofField.join(' ')}${whose}${since}${until}${inTerms}`;
}
