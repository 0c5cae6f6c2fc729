import { claimsOf } from '../decide/facts.ts';
import type { CompiledRuleset } from '../decide/compile.ts';
import type { Evaluation } from '../decide/evaluate.ts';
import type { Fraction, Measured } from '../decide/measured.ts';
import { standing } from '../decide/overrides.ts';
import { claimedElsewhere, resultsOf } from '../decide/payments.ts';
import { isMemberOn } from '../decide/known.ts';
import { FAMILY, lookDay, type View } from '../decide/run.ts';
import type { AtLeast } from '../document/condition.ts';
import type { LooksFrom } from '../document/outcome.ts';
import type { Payment } from '../document/payment.ts';
import type { Owner, Place } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type {
  ComparedFact,
  Computed,
  ComputedFacts,
  Literal,
  PaymentFact,
  RangeAnswer,
} from '../second-opinion/computed.ts';
import { bitOf, MET, UNKNOWN, verdictOf, verdicts, type Verdict } from '../verdict.ts';
import type { Judged } from './deciding.ts';
import { verdictMap } from './full-trace.ts';

/** The day that everything an owner judges looks from. */
function looksFromOf(ruleset: Ruleset): (owner: Owner) => LooksFrom {
  const criteria = ruleset.criteria.map(({ id, looksFrom }) => [id, looksFrom ?? 'attachment'] as const);
  const routes = ruleset.eligibility.routes.map(({ id }) => [id, 'attachment'] as const);
  const outcomes = ruleset.outcomes.flatMap(({ id, looksFrom = 'asOf', parts = [] }) => [
    [id, looksFrom] as const,
    ...parts.map((part) => [`${id}.${part.id}`, looksFrom] as const),
  ]);
  const looks = new Map<string, LooksFrom>([...criteria, ...routes, ...outcomes]);
  return ({ id }) => looks.get(id) ?? 'asOf';
}

const ratio = ({ part, of }: Fraction) => ({ part, of });

function comparedFact(measured: Measured, threshold: Literal | undefined): ComparedFact {
  const { settled, least, most } = measured;
  return {
    settled: verdicts.filter((verdict) => (settled & bitOf(verdict)) !== 0),
    ...(least === undefined || most === undefined
      ? {}
      : { range: { least: ratio(least), most: ratio(most) } }),
    ...(threshold === undefined ? {} : { threshold }),
  };
}

/** A place, and the view that its owner gives it. */
interface Viewed {
  readonly place: Place;
  readonly looksFrom: LooksFrom;
}

/** The same facts as entries of records, because a node's name may be any word. */
type Entries<T> = [string, T][];

function compared({ run }: Judged, { place: { id, quantified } }: Viewed) {
  const comparisons: Entries<ComparedFact> = [];
  const settings: Entries<Literal> = [];
  for (const member of quantified ? run.family.members : [undefined]) {
    const recorded = run.recorder?.at(id, member?.index ?? FAMILY);
    if (recorded === undefined) continue;
    const node = member === undefined ? id : `${id}@${member.id}`;
    const { measured, threshold } = recorded;
    if (measured !== undefined) comparisons.push([node, comparedFact(measured, threshold?.value)]);
    else if (threshold !== undefined) settings.push([node, threshold.value]);
  }
  return { comparisons, settings };
}

/** Every test of a range but its `where`, which has a verdict of its own, on each member of that day. */
function answers(
  { compiler, run }: Judged,
  range: string,
  { place: { id }, looksFrom }: Viewed,
): Entries<RangeAnswer> {
  const from = compiler.slots.rangeIndex(range)(run.family.members.length);
  return run.family.members.flatMap((member): Entries<RangeAnswer> => {
    const view: View = { looksFrom, member: member.index };
    if (!isMemberOn(member, lookDay(run, view))) return [];
    const bit = run.bytes[from + member.index];
    return [[`${id}@${member.id}`, bit === MET ? 'met' : bit === UNKNOWN ? 'unknown' : 'not-met']];
  });
}

function capped({ compiler, run }: Judged, condition: AtLeast, viewed: Viewed) {
  const view: View = { looksFrom: viewed.looksFrom, member: FAMILY };
  const read = (value: AtLeast['atLeast'] | undefined): Entries<number> => {
    const number = value === undefined ? undefined : compiler.parameters.number(value)(run, view);
    return number === undefined ? [] : [[viewed.place.id, number]];
  };
  const { cap } = condition;
  return {
    needed: read(condition.atLeast),
    atMost: read(cap?.atMost),
    caps: cap === undefined ? [] : answers({ compiler, run }, `${viewed.place.id}.cap`, viewed),
  };
}

function overridesOf({ compiler: { ruleset }, run }: Judged): Entries<Verdict> {
  return ruleset.outcomes.flatMap((outcome) =>
    [null, ...(outcome.parts ?? []).map(({ id }) => id)].flatMap((part): Entries<Verdict> => {
      const override = standing(ruleset, run, { outcome, part });
      return override === undefined
        ? []
        : [[part === null ? outcome.id : `${outcome.id}.${part}`, override.verdict]];
    }),
  );
}

function paymentFact({ compiler, run }: Judged, payment: Payment): PaymentFact {
  const { ruleset, parameters } = compiler;
  const view: View = { looksFrom: 'asOf', member: FAMILY };
  const pot = (ruleset.pots ?? []).find(({ id }) => id === payment.pot);
  const closes = payment.claimBefore && parameters.day(payment.claimBefore)(run, view);
  const inForce = [payment.amount, ...(pot === undefined ? [] : [pot.cap])].every(
    (value) => parameters.number(value)(run, view) !== undefined,
  );
  return {
    priced: inForce && (payment.claimBefore === undefined || closes !== undefined),
    closed: closes !== undefined && run.asOf >= closes,
    claimedElsewhere: claimedElsewhere(resultsOf(ruleset), run, claimsOf(compiler, run)),
  };
}

function factsOf(judged: Judged): ComputedFacts {
  const { compiler, run } = judged;
  const { ruleset, slots } = compiler;
  const looksFrom = looksFromOf(ruleset);
  const viewed = slots.places.map((place): Viewed => ({ place, looksFrom: looksFrom(place.owner) }));
  const leaves = viewed.map((one) => compared(judged, one));
  const counts = viewed.flatMap((one) => {
    const { condition } = one.place;
    return 'atLeast' in condition ? [capped(judged, condition, one)] : [];
  });
  const ranges = viewed.flatMap((one) => {
    const { condition } = one.place;
    if (!('satisfies' in condition)) return [];
    return answers(judged, one.place.id, one);
  });
  return {
    members: run.family.members.map(({ id }) => id),
    comparisons: Object.fromEntries(leaves.flatMap(({ comparisons }) => comparisons)),
    settings: Object.fromEntries(leaves.flatMap(({ settings }) => settings)),
    needed: Object.fromEntries(counts.flatMap(({ needed }) => needed)),
    atMost: Object.fromEntries(counts.flatMap(({ atMost }) => atMost)),
    ranges: Object.fromEntries(ranges),
    caps: Object.fromEntries(counts.flatMap(({ caps }) => caps)),
    overrides: Object.fromEntries(overridesOf(judged)),
    attached: run.attachedOn !== null,
    payments: Object.fromEntries(ruleset.payments.map((it) => [it.id, paymentFact(judged, it)])),
  };
}

/** What a recorded evaluation found, before anything was folded, and the verdicts that the engine folded it to. */
export function computedOf({ compiler }: CompiledRuleset, { run }: Evaluation): Computed {
  const judged: Judged = { compiler, run };
  const own = [...run.overridden].map(([id, bit]) => [`#own ${id}`, verdictOf(bit)] as const);
  return { facts: factsOf(judged), verdicts: { ...verdictMap(judged), ...Object.fromEntries(own) } };
}
