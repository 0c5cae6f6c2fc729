import type { Condition } from '../document/condition.ts';
import type { Place } from '../document/places.ts';
import type { Compiler } from '../decide/compiler.ts';
import { FAMILY, type Run } from '../decide/run.ts';
import { MET, negate, NOT_APPLICABLE, UNKNOWN, type Bit } from '../verdict.ts';

/** One thing that made a verdict what it is. */
export interface Deciding {
  /** A comparison, a setting, a reference, a quantifier over nobody, a member who may be ranged over, or a cap. */
  readonly kind: 'comparison' | 'setting' | 'reference' | 'nobody' | 'may-range' | 'capped';
  readonly place: Place;
  readonly member: number;
  readonly bit: Bit;
}

/** A run that has been judged with its recorder on. */
export interface Judged {
  readonly compiler: Compiler;
  readonly run: Run;
}

function bitAt({ compiler, run }: Judged, id: string, member: number): Bit | 0 {
  return compiler.slots.read(run, id, member);
}

/** The children whose verdict is the one that settled it; all of them where none is. */
function* settling(
  judged: Judged,
  children: readonly Condition[],
  at: { member: number; bit: Bit },
): Generator<Deciding> {
  const { compiler } = judged;
  const agreeing = children.filter(
    (child) => bitAt(judged, compiler.placeOf(child).id, at.member) === at.bit,
  );
  for (const child of agreeing.length > 0 ? agreeing : children) yield* deciding(judged, child, at.member);
}

type Quantifier = Extract<Condition, { satisfies: Condition }>;

function* ofMembers(
  judged: Judged,
  condition: Quantifier,
  at: { place: Place; bit: Bit },
): Generator<Deciding> {
  const { compiler, run } = judged;
  const range = 'some' in condition ? condition.some : condition.every;
  const inner = compiler.placeOf(condition.satisfies).id;
  const ranged = run.family.members.flatMap(({ index }) => {
    const inRange = run.recorder?.rangeAt(at.place.id, index);
    return inRange === MET || inRange === UNKNOWN
      ? [{ index, inRange, bit: bitAt(judged, inner, index) }]
      : [];
  });
  const agreeing = ranged.filter(
    ({ bit, inRange }) => bit === at.bit || (at.bit === UNKNOWN && inRange === UNKNOWN),
  );
  if (ranged.length === 0) yield { kind: 'nobody', place: at.place, member: FAMILY, bit: at.bit };
  for (const { index, inRange } of agreeing.length > 0 ? agreeing : ranged) {
    if (inRange === UNKNOWN) {
      yield { kind: 'may-range', place: at.place, member: index, bit: at.bit };
      if (range.where !== undefined) yield* deciding(judged, range.where, index);
    } else yield* deciding(judged, condition.satisfies, index);
  }
}

/** What made the verdict of one place, down to comparisons and references. */
export function* deciding(judged: Judged, condition: Condition, member: number): Generator<Deciding> {
  const { compiler } = judged;
  const place = compiler.placeOf(condition);
  const bit = bitAt(judged, place.id, place.quantified ? member : FAMILY);
  if (bit === 0) return;
  if ('all' in condition) yield* settling(judged, condition.all, { member, bit });
  else if ('any' in condition) yield* settling(judged, condition.any, { member, bit });
  else if ('not' in condition) yield* settling(judged, [condition.not], { member, bit: negate(bit) });
  else if ('atLeast' in condition) {
    if (condition.cap !== undefined && bit !== MET && bit !== NOT_APPLICABLE)
      yield { kind: 'capped', place, member: FAMILY, bit };
    yield* settling(judged, condition.of, { member, bit });
  } else if ('satisfies' in condition) yield* ofMembers(judged, condition, { place, bit });
  else if ('condition' in condition) yield { kind: 'reference', place, member, bit };
  else yield { kind: 'fact' in condition ? 'comparison' : 'setting', place, member, bit };
}
