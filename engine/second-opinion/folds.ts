import { all, any, not, said, type Logic, type Node } from './logic.ts';
import type { VerdictRules } from './rule-book.ts';

/** What stands below. */
type Nodes = readonly Node[];

const some = (nodes: Nodes, ...verdicts: readonly string[]): Logic =>
  any(nodes.map((node) => said(node, ...verdicts)));
const each = (nodes: Nodes, ...verdicts: readonly string[]): Logic =>
  all(nodes.map((node) => said(node, ...verdicts)));

/** Where one that counts cannot but apply, all of them being such or not applicable says that one of them is such. */
const applies = (node: Node): boolean => !node.may.has('not-applicable');
const withOne = (one: Logic, rest: Logic, onesIn: boolean): Logic => (onesIn ? rest : all([one, rest]));

export function allOf(nodes: Nodes): VerdictRules {
  return {
    met: withOne(some(nodes, 'met'), each(nodes, 'met', 'not-applicable'), nodes.some(applies)),
    'not-met': some(nodes, 'not-met'),
    'not-applicable': each(nodes, 'not-applicable'),
  };
}

export function anyOf(nodes: Nodes): VerdictRules {
  return {
    met: some(nodes, 'met'),
    'not-met': withOne(some(nodes, 'not-met'), each(nodes, 'not-met', 'not-applicable'), nodes.some(applies)),
    'not-applicable': each(nodes, 'not-applicable'),
  };
}

export function negation(node: Node): VerdictRules {
  return {
    met: said(node, 'not-met'),
    'not-met': said(node, 'met'),
    'not-applicable': said(node, 'not-applicable'),
  };
}

export function copy(node: Node): VerdictRules {
  return {
    met: said(node, 'met'),
    'not-met': said(node, 'not-met'),
    'not-applicable': said(node, 'not-applicable'),
  };
}

/** A judgement under its gate. */
export function gated(gate: Node, judged: VerdictRules): VerdictRules {
  const open = said(gate, 'met');
  return {
    met: all([open, judged.met ?? false]),
    'not-met': all([open, judged['not-met'] ?? false]),
    'not-applicable': any([
      said(gate, 'not-met', 'not-applicable'),
      all([open, judged['not-applicable'] ?? false]),
    ]),
  };
}

/** One member as a quantifier sees them; neither `sure` nor `out` is one who may range. */
export interface Ranged {
  readonly sure: Logic;
  readonly out: Logic;
  /** What the member's condition came to. */
  readonly node: Node;
}

const sureOf = (ranged: readonly Ranged[], verdict: string): Logic =>
  any(ranged.map(({ sure, node }) => all([sure, said(node, verdict)])));
const surelyApplies = ({ sure, node }: Ranged): boolean => sure === true && applies(node);
const nobodyBut = (ranged: readonly Ranged[], ...verdicts: readonly string[]): Logic =>
  all(ranged.map(({ out, node }) => any([out, said(node, ...verdicts)])));

/** Settled as `met` by one sure member; as anything else only if counting in those who may range changes nothing. */
export function someMember(ranged: readonly Ranged[]): VerdictRules {
  const onlyNotMetMayRange = all(
    ranged.map(({ sure, out, node }) => any([out, all([not(sure), said(node, 'not-met')])])),
  );
  return {
    met: sureOf(ranged, 'met'),
    'not-met': withOne(
      any([sureOf(ranged, 'not-met'), onlyNotMetMayRange]),
      nobodyBut(ranged, 'not-met', 'not-applicable'),
      ranged.some(surelyApplies),
    ),
    'not-applicable': all([any(ranged.map(({ sure }) => sure)), nobodyBut(ranged, 'not-applicable')]),
  };
}

/** Settled as `not-met` by one sure member; as anything else only if counting in those who may range changes nothing. */
export function everyMember(ranged: readonly Ranged[]): VerdictRules {
  return {
    met: withOne(
      sureOf(ranged, 'met'),
      nobodyBut(ranged, 'met', 'not-applicable'),
      ranged.some(surelyApplies),
    ),
    'not-met': sureOf(ranged, 'not-met'),
    'not-applicable': nobodyBut(ranged, 'not-applicable'),
  };
}

/** What an `atLeast` makes of its children, given whether enough are met, and whether enough could be. */
export function counted(nodes: Nodes, enough: Logic, couldBe: Logic): VerdictRules {
  const oneApplies = some(nodes, 'met', 'not-met', 'unknown');
  return {
    met: all([oneApplies, enough]),
    // because while every child that may apply is unknown, none of them may turn out to
    'not-met': all([some(nodes, 'met', 'not-met'), not(couldBe)]),
    'not-applicable': each(nodes, 'not-applicable'),
  };
}
