import type { Run } from '../decide/run.ts';
import type { Vocabulary } from '../document/vocabulary.ts';
import { gapsInWords, who } from '../explain/gaps.ts';
import { dataOf } from '../explain/missing.ts';
import { spanInWords, termInWords } from '../read/figures.ts';
import { addDays } from '../time/civil-date.ts';
import type { CostedLine } from './cost-sheet.ts';
import type { FoundRecords, Witness } from './count-records.ts';
import type { UnitCost } from './unit-costs.ts';

/** What records are put in words with. */
export interface Words {
  readonly run: Run;
  readonly vocabulary: Vocabulary;
}

const longest = 400;
/** Records that the evidence of a line tells one by one. */
const told = 3;

/** `m1 from 1 April 2012 to 30 September 2012: 183 days`, `m2 in autumn term 2012/13: 22`, `m2 on 3 August 2012`. */
function witnessInWords({ run }: Words, cost: UnitCost, { record, worth, span }: Witness): string {
  const { counted } = cost;
  const whose = who({ run }, record.member);
  const when =
    record.term === ''
      ? spanInWords(span ?? { from: record.from, to: addDays(record.from, 1) })
      : `in ${termInWords(record.term)}`;
  const days = span === undefined ? '' : `: ${worth} ${worth === 1 ? 'day' : 'days'}`;
  return `${whose} ${when}${counted !== undefined && 'sum' in counted ? `: ${worth}` : days}`;
}

function labelOf({ vocabulary }: Words, { counted }: UnitCost): string {
  const recordType = counted?.records ?? '';
  return vocabulary.recordTypes[recordType]?.label.many ?? recordType;
}

/** The records that a line rests on, the first of them told. */
export function evidenceOf(words: Words, cost: UnitCost, { witnesses }: FoundRecords): string {
  const said = witnesses.slice(0, told).map((witness) => witnessInWords(words, cost, witness));
  const more = witnesses.length > told ? [`${witnesses.length - told} more`] : [];
  const text = `${labelOf(words, cost)}: ${[...said, ...more].join('; ')}`;
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** What a line rests on and what is missing, as it is answered. */
export function recordsInWords(
  words: Words,
  cost: UnitCost,
  { witnesses, missing }: FoundRecords,
): NonNullable<CostedLine['derived']> {
  const { run, vocabulary } = words;
  return {
    atLeast: missing.length > 0,
    records: witnesses.map((witness) => ({
      recordType: cost.counted?.records ?? '',
      index: witness.record.index,
      member: run.family.members[witness.record.member]?.id ?? null,
      worth: witness.worth,
      text: witnessInWords(words, cost, witness),
    })),
    missing: dataOf({ run }, missing),
    // because gaps are told after what was found, from which a semicolon parts them
    missingText: gapsInWords({ run, compiler: { vocabulary } }, missing).replace(/^; /, ''),
  };
}
