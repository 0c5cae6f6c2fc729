import type { Ruleset } from '../document/ruleset.ts';
import type { Family } from '../family/family.ts';
import type { CompiledRuleset } from './compile.ts';
import { evaluate, type Evaluation, type Question } from './evaluate.ts';
import type { Run } from './run.ts';
import { Slots } from './slots.ts';
import { answerReader, type VerdictsOnly } from './verdicts-only.ts';

/** The compact trace of one evaluation as text, a hexadecimal digit a place; both halves together are its bytes. */
export interface CompactTrace {
  /** In the order of `tracePlaces`: the bit of a verdict, or of all its members' verdicts, 0 where none was judged. */
  readonly places: string;
  /** What each member was judged, and what a fold needs beside verdicts (engine/decide/slots.ts). */
  readonly rest: string;
}

/** What is kept of a decision: enough to tell another from it, to ask it for any verdict, and to fold it again. */
export interface Compact {
  readonly answer: VerdictsOnly;
  readonly trace: CompactTrace;
}

/** Ids in the order of `CompactTrace.places`: a function of the ruleset alone. */
export function tracePlaces(ruleset: Ruleset): readonly string[] {
  const { single, perMember } = new Slots(ruleset);
  return [...single, ...perMember];
}

const DIGITS = '0123456789abcdef';

function compactTrace(slots: Slots, { bytes, family }: Run): CompactTrace {
  const alone = slots.single.length;
  const members = family.members.length;
  let places = '';
  let rest = '';
  for (let at = 0; at < alone; at += 1) places += DIGITS[bytes[at] ?? 0] ?? '';
  for (let place = 0; place < slots.perMember.length; place += 1) {
    let present = 0;
    const from = alone + place * members;
    for (let at = from; at < from + members; at += 1) present |= bytes[at] ?? 0;
    places += DIGITS[present] ?? '';
  }
  for (let at = alone; at < bytes.length; at += 1) rest += DIGITS[bytes[at] ?? 0] ?? '';
  return { places, rest };
}

/** The bytes that a compact trace was written from; undefined where it is not one of these rules. */
export function traceBytes(slots: Slots, { places, rest }: CompactTrace): Uint8Array | undefined {
  const alone = slots.single.length;
  if (places.length !== alone + slots.perMember.length) return undefined;
  const digits = places.slice(0, alone) + rest;
  if (!/^[0-9a-f]*$/.test(digits) || slots.membersIn(digits.length) === undefined) return undefined;
  return Uint8Array.from(digits, (digit) => Number.parseInt(digit, 16));
}

/** Makes what reads the compact form of evaluations under one ruleset. */
export function compactOf(
  compiled: CompiledRuleset,
): (evaluation: Evaluation, asked: Pick<Question, 'restateAttachment'>) => Compact {
  const answer = answerReader(compiled);
  return (evaluation, asked) => ({
    answer: answer(evaluation, asked),
    trace: compactTrace(compiled.compiler.slots, evaluation.run),
  });
}

/** Makes what decides families compactly under one ruleset: the closures of `decide`, with their recorder off. */
export function compactReader(compiled: CompiledRuleset): (family: Family, asked: Question) => Compact {
  const read = compactOf(compiled);
  return (family, asked) => read(evaluate(compiled, family, asked), asked);
}
