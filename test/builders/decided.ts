import {
  compileRuleset,
  decide,
  familyParser,
  parseDay,
  type Calendar,
  type CompiledRuleset,
  type Day,
  type Diagnostic,
  type Family,
  type Judgement,
  type Result,
  type TraceDetail,
} from '../../engine/index.ts';
import { referenceVocabulary } from './reference-vocabulary.ts';

function valueOf<T>(result: Result<T, Diagnostic[]>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

/** Throws where the checker finds an error: what is given here is meant to be sound. */
export function compiled(document: unknown, calendars: readonly Calendar[]): CompiledRuleset {
  return valueOf(compileRuleset(document, { vocabularies: [referenceVocabulary], calendars }));
}

const parseFamily = familyParser(referenceVocabulary);

export function parsedFamily(document: unknown): Family {
  return valueOf(parseFamily(document));
}

export function day(iso: string): Day {
  const found = parseDay(iso);
  if (found === undefined) throw new Error(`no such day: ${iso}`);
  return found;
}

/** A family as JSON and the day it is asked about. */
export interface Asked {
  readonly family: unknown;
  readonly asOf: string;
  readonly restateAttachment?: string;
}

/** Through the engine's own doors, from JSON to judgement. */
export function decided(ruleset: CompiledRuleset, asked: Asked, trace: TraceDetail = 'summary'): Judgement {
  const { family, asOf, restateAttachment } = asked;
  const restated = restateAttachment === undefined ? {} : { restateAttachment: day(restateAttachment) };
  return decide(ruleset, parsedFamily(family), { asOf: day(asOf), ...restated, trace });
}

/** The verdict of every place of a judgement with a trace. */
export function verdictsOf({ trace }: Judgement) {
  if (trace === undefined) throw new Error('no trace was asked for');
  return trace.verdicts;
}
