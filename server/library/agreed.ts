import {
  type Computed,
  type Decision,
  type Diagnostic,
  err,
  ok,
  type Result,
  type Ruleset,
} from '../../engine/index.ts';
import type { Opinion } from '../../engine/second-opinion.ts';
import { type Evaluated, evaluateWhole, type Question } from './evaluate.ts';
import type { Version } from './library.ts';

/** Lets another engine fold what was found of one family: `engine/second-opinion.ts`. */
export type SecondOpinion = (ruleset: Ruleset, computed: Computed) => Promise<Opinion>;

/** Why there is no decision. `places` are ids of the ruleset, without members: they say nothing of the family. */
export type Refused =
  | { readonly code: 'family-invalid'; readonly findings: Diagnostic[] }
  | { readonly code: 'engines-disagree'; readonly places: string[] };

export interface Agreed extends Pick<Evaluated, 'keepable'> {
  readonly decision: Decision;
  /** Places of which there is no second opinion, because there were too many rules to write out. */
  readonly taken: string[];
}

function placesOf(nodes: readonly string[]): string[] {
  return [...new Set(nodes.map((node) => node.replace(/^#own /, '').replace(/@.*$/s, '')))];
}

/** Decides one family and asks for a second opinion; where the two do not agree on every node there is no decision. */
export async function evaluateAgreed(
  by: { readonly version: Version; readonly secondOpinion: SecondOpinion },
  document: unknown,
  question: Question,
): Promise<Result<Agreed, Refused>> {
  const evaluated = evaluateWhole(by.version, document, question);
  if (!evaluated.ok) return err({ code: 'family-invalid', findings: evaluated.error });
  const { computed, keepable } = evaluated.value;
  const asked = by.secondOpinion(by.version.ruleset, computed());
  // because its words can be written while another thread judges
  const [{ agree, differences, taken }, decision] = await Promise.all([
    asked,
    Promise.resolve().then(evaluated.value.decision),
  ]);
  if (agree) return ok({ decision, keepable, taken: placesOf(taken) });
  return err({ code: 'engines-disagree', places: placesOf(differences.map(({ node }) => node)) });
}
