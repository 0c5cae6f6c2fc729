import { all, among, any, is, not, type Logic } from './logic.ts';
import type { VerdictRules } from './rule-book.ts';

/** Facts that hold the verdicts of what stands below. */
type Nodes = readonly string[];

const some = (nodes: Nodes, ...verdicts: readonly string[]): Logic =>
  any(nodes.map((node) => among(node, verdicts)));
const each = (nodes: Nodes, ...verdicts: readonly string[]): Logic =>
  all(nodes.map((node) => among(node, verdicts)));

export function allOf(nodes: Nodes): VerdictRules {
  return {
    met: all([some(nodes, 'met'), each(nodes, 'met', 'not-applicable')]),
    'not-met': some(nodes, 'not-met'),
    'not-applicable': each(nodes, 'not-applicable'),
  };
}

export function anyOf(nodes: Nodes): VerdictRules {
  return {
    met: some(nodes, 'met'),
    'not-met': all([some(nodes, 'not-met'), each(nodes, 'not-met', 'not-applicable')]),
    'not-applicable': each(nodes, 'not-applicable'),
  };
}

export function negation(node: string): VerdictRules {
  return {
    met: is(node, 'not-met'),
    'not-met': is(node, 'met'),
    'not-applicable': is(node, 'not-applicable'),
  };
}

export function copy(node: string): VerdictRules {
  return {
    met: is(node, 'met'),
    'not-met': is(node, 'not-met'),
    'not-applicable': is(node, 'not-applicable'),
  };
}

/** A judgement under its gate. */
export function gated(applies: string, judged: VerdictRules): VerdictRules {
  const open = is(applies, 'met');
  return {
    met: all([open, judged.met ?? false]),
    'not-met': all([open, judged['not-met'] ?? false]),
    'not-applicable': any([
      among(applies, ['not-met', 'not-applicable']),
      all([open, judged['not-applicable'] ?? false]),
    ]),
  };
}

/** One member as a quantifier sees them; neither `sure` nor `out` is one who may range. */
export interface Ranged {
  readonly sure: Logic;
  readonly out: Logic;
  /** The fact that holds what the member's condition came to. */
  readonly node: string;
}

const sureOf = (ranged: readonly Ranged[], verdict: string): Logic =>
  any(ranged.map(({ sure, node }) => all([sure, is(node, verdict)])));
const nobodyBut = (ranged: readonly Ranged[], ...verdicts: readonly string[]): Logic =>
  all(ranged.map(({ out, node }) => any([out, among(node, verdicts)])));

/** Settled as `met` by one sure member; as anything else only if counting in those who may range changes nothing. */
export function someMember(ranged: readonly Ranged[]): VerdictRules {
  const onlyNotMetMayRange = all(
    ranged.map(({ sure, out, node }) => any([out, all([not(sure), is(node, 'not-met')])])),
  );
  return {
    met: sureOf(ranged, 'met'),
    'not-met': all([
      nobodyBut(ranged, 'not-met', 'not-applicable'),
      any([sureOf(ranged, 'not-met'), onlyNotMetMayRange]),
    ]),
    'not-applicable': all([any(ranged.map(({ sure }) => sure)), nobodyBut(ranged, 'not-applicable')]),
  };
}

/** Settled as `not-met` by one sure member; as anything else only if counting in those who may range changes nothing. */
export function everyMember(ranged: readonly Ranged[]): VerdictRules {
  return {
    met: all([sureOf(ranged, 'met'), nobodyBut(ranged, 'met', 'not-applicable')]),
    'not-met': sureOf(ranged, 'not-met'),
    'not-applicable': nobodyBut(ranged, 'not-applicable'),
  };
}

/** What an `atLeast` makes of its children, given whether enough are met, and whether enough could be. */
export function counted(nodes: Nodes, enough: Logic, couldBe: Logic): VerdictRules {
  const applies = some(nodes, 'met', 'not-met', 'unknown');
  return {
    met: all([applies, enough]),
    // because while every child that may apply is unknown, none of them may turn out to
    'not-met': all([some(nodes, 'met', 'not-met'), not(couldBe)]),
    'not-applicable': each(nodes, 'not-applicable'),
  };
}
