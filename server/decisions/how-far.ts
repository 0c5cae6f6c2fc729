import type * as z from 'zod';
import { decide, judgement, readJson } from '../../engine/index.ts';
import { dayOf } from '../library/evaluate.ts';
import type { Library } from '../library/library.ts';
import { readFamily } from '../library/read-family.ts';
import type { NearMiss } from './near-misses.ts';
import { versionOfHash } from './replay.ts';

/** A comparison that is not met: what was found, beside what the rule asks for. */
export const distance = judgement.shape.trace
  .unwrap()
  .shape.nodes.unwrap()
  .element.pick({ node: true, member: true, value: true, operator: true, threshold: true })
  .meta({ id: 'Distance' });
export type Distance = z.infer<typeof distance>;

/** How far a near miss is from each of its places, by its family: of nothing where that is not kept or not readable. */
export function howFar(library: Library, { kept, places }: NearMiss, text: string | undefined): Distance[] {
  const document = text === undefined ? undefined : readJson(text);
  const version = versionOfHash(library, kept.versionHash);
  if (document?.ok !== true || version === undefined) return [];
  const read = readFamily(document.value, version.ruleset.vocabulary, version.basis);
  if (!read.ok) return [];
  const { asOf, restateAttachment } = kept;
  const restated = restateAttachment === null ? {} : { restateAttachment: dayOf(restateAttachment) };
  const question = { asOf: dayOf(asOf), ...restated, trace: 'full' } as const;
  const { trace } = decide(version.compiled(), read.value.family, question);
  return (trace?.nodes ?? [])
    .filter(({ node, verdict }) => verdict === 'not-met' && places.includes(node))
    .map(({ node, member, value, operator, threshold }) =>
      distance.parse({ node, member, value, operator, threshold }),
    );
}
