import { decideWithFacts, type Calendar, type Ruleset } from '../../engine/index.ts';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { compiled, day, parsedFamily, type Asked } from '../builders/decided.ts';
import { referenceVocabulary } from '../builders/reference-vocabulary.ts';
import { differences } from '../reference/difference.ts';
import { referenceJudge } from '../reference/judge.ts';

/** A generated ruleset and the families it is asked about. */
export interface Questions {
  readonly ruleset: Ruleset;
  readonly calendars: readonly Calendar[];
  readonly asked: readonly Asked[];
}

/** What the engine, the naive reference and json-rules-engine say differently; nothing where all three agree. */
export async function disagreements({ ruleset, calendars, asked }: Questions): Promise<string[]> {
  const engine = compiled(ruleset, calendars);
  const found: string[] = [];
  for (const one of asked) {
    const { family, asOf, restateAttachment } = one;
    const restated = restateAttachment === undefined ? {} : { restateAttachment: day(restateAttachment) };
    const { judgement, computed } = decideWithFacts(engine, parsedFamily(family), {
      ...{ asOf: day(asOf), trace: 'summary' },
      ...restated,
    });
    const reference = referenceJudge({ ruleset, vocabulary: referenceVocabulary, calendars, ...one });
    for (const { of, engine: ours, reference: theirs } of differences(judgement, reference))
      found.push(`${of}: engine ${String(ours)}, reference ${String(theirs)}`);
    const opinion = await secondOpinion(ruleset, computed);
    for (const { node, engine: ours, secondOpinion: theirs } of opinion.differences)
      found.push(`${node}: engine ${ours}, json-rules-engine ${theirs}`);
  }
  return found;
}
