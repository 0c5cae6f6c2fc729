import { translate } from '../../engine/second-opinion.ts';
import { evaluateWhole, type Question } from '../library/evaluate.ts';
import { familyFrom, unreadable } from './evaluate.ts';
import type { Io } from './io.ts';
import type { Outcome } from './problem.ts';

/** What rules can be written as. */
export const exportForms = ['json-rules-engine'] as const;

export interface ExportOptions extends Omit<Question, 'trace'> {
  readonly to: (typeof exportForms)[number];
  readonly ruleset: string;
  readonly rulesets: string;
}

/** Writes the rules and the facts that the second opinion on one decision is given, whether or not it agrees. */
export async function exportCommand(file: string, options: ExportOptions, io: Io): Promise<Outcome> {
  const given = await familyFrom(file, options, io);
  if (!given.ok) return given.error;
  const { version, document } = given.value;
  const evaluated = evaluateWhole(version, document, { ...options, trace: 'none' });
  if (!evaluated.ok) return unreadable(file, evaluated.error);
  const { decision, computed } = evaluated.value;
  const { id, ruleset, asOf } = decision();
  return { exit: 0, output: { decision: id, ruleset, asOf, ...translate(version.ruleset, computed()) } };
}
