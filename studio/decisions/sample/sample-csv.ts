import type { DecisionSample, Replayed } from '../../api.ts';
import { csvText } from '../../csv-text.ts';
import { verdictWord } from '../../decision/verdict-words.ts';
import { replayWords } from '../replay-in-words.ts';

const head = [
  ...['drawn', 'record', 'decision', 'family', 'as of', 'ruleset', 'version', 'eligibility'],
  ...['due pence', 'weight', 'ticket', 'decided again'],
];

/** A sample as CSV, in the order in which it was drawn, with what deciding again came to where that was done. */
export function sampleCsv(
  { sample }: Pick<DecisionSample, 'sample'>,
  came: ReadonlyMap<string, Replayed>,
): string {
  const rows = sample.map((one, at) => {
    const again = came.get(one.record);
    return [
      ...[at + 1, one.record, one.id ?? '', one.family ?? '', one.asOf, one.ruleset.id, one.ruleset.version],
      ...[verdictWord(one.eligibility), one.totalDuePence, one.weight, one.ticket],
      again === undefined ? '' : replayWords[again.result],
    ];
  });
  return csvText([head, ...rows]);
}
