import type { Owner } from '../../document/places.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';

/** Criteria are judged first, then routes, then outcomes, then payments. */
const mayNameOutcomes: Readonly<Record<Owner['kind'], boolean>> = {
  criterion: false,
  route: false,
  outcome: true,
  part: true,
  payment: true,
};

interface Names {
  readonly criteria: ReadonlySet<string>;
  readonly routes: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  /** The outcome of each part. */
  readonly parts: ReadonlyMap<string, string>;
}

function namesOf({ ruleset }: Rules): Names {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    criteria: ids(ruleset.criteria),
    routes: ids(ruleset.eligibility.routes),
    outcomes: ids(ruleset.outcomes),
    parts: new Map(ruleset.outcomes.flatMap(({ id, parts = [] }) => parts.map((part) => [part.id, id]))),
  };
}

function misdirected(names: Names, id: string, place: { kind: Owner['kind']; pointer: string }): Finding[] {
  const { kind, pointer } = place;
  if (names.criteria.has(id)) return [];
  if (names.outcomes.has(id)) {
    if (mayNameOutcomes[kind]) return [];
    const message = `a ${kind} cannot refer to outcome ${quote(id)}, which is judged after it`;
    return [finding('reference-not-allowed', pointer, { message })];
  }
  if (names.routes.has(id)) {
    const message = `nothing can refer to route ${quote(id)}, only to criteria and outcomes`;
    return [finding('reference-not-allowed', pointer, { message })];
  }
  const outcome = names.parts.get(id);
  if (outcome !== undefined) {
    const message = `${quote(id)} is a part of outcome ${quote(outcome)}, and only the whole can be referred to`;
    return [finding('reference-to-part', pointer, { message })];
  }
  const suggestion = near(id, () => [...names.criteria, ...(mayNameOutcomes[kind] ? names.outcomes : [])]);
  const message = `no criterion${mayNameOutcomes[kind] ? ' or outcome' : ''} is named ${quote(id)}`;
  return [finding('unknown-condition', pointer, { message, suggestion })];
}

/** References to what there is, and to nothing that is judged after what refers to it. */
export function checkReferences(rules: Rules): Finding[] {
  const names = namesOf(rules);
  return rules.places.flatMap(({ condition, pointer, owner: { kind } }) =>
    'condition' in condition
      ? misdirected(names, condition.condition, { kind, pointer: `${pointer}/condition` })
      : [],
  );
}
