import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';

/** Something with an id, and where the id is written. */
interface Named {
  readonly id: string;
  readonly pointer: string;
  /** What it is: `a criterion`. */
  readonly what: string;
}

function named(list: readonly { readonly id: string }[], pointer: string, what: string): Named[] {
  return list.map(({ id }, at) => ({ id, pointer: `${pointer}/${at}/id`, what }));
}

function repeated(namespace: readonly Named[]): Finding[] {
  const first = new Map<string, Named>();
  return namespace.flatMap((one) => {
    const other = first.get(one.id);
    if (other === undefined) {
      first.set(one.id, one);
      return [];
    }
    return [
      finding('duplicate-id', one.pointer, {
        message: `${quote(one.id)} is already the id of ${other.what}`,
      }),
    ];
  });
}

/** What can be referred to shares one namespace, so that a reference has one meaning. */
function judged({ ruleset }: Rules): Named[] {
  return [
    ...named(ruleset.criteria, '/criteria', 'a criterion'),
    ...named(ruleset.eligibility.routes, '/eligibility/routes', 'a route'),
    ...named(ruleset.outcomes, '/outcomes', 'an outcome'),
  ];
}

/** Ids given twice in one namespace. */
export function checkIds(rules: Rules): Finding[] {
  const { calendar, outcomes, payments, pots = [], grants = [] } = rules.ruleset;
  const calendars = (calendar.local ?? []).map((id, at) => ({
    id,
    pointer: `/calendar/local/${at}`,
    what: 'a calendar in use',
  }));
  return [
    judged(rules),
    named(payments, '/payments', 'a payment'),
    named(pots, '/pots', 'a pot'),
    named(grants, '/grants', 'a grant'),
    ...outcomes.map(({ parts = [] }, at) => named(parts, `/outcomes/${at}/parts`, 'a part of this outcome')),
    calendars,
  ].flatMap(repeated);
}

/** Whatever has a verdict but no condition of its own. */
function owners(rules: Rules): Named[] {
  const parts = rules.ruleset.outcomes.flatMap(({ id, parts = [] }, at) =>
    named(parts, `/outcomes/${at}/parts`, 'a part').map((part) => ({ ...part, id: `${id}.${part.id}` })),
  );
  return [
    { id: 'eligibility', pointer: '/eligibility', what: 'eligibility' },
    ...judged(rules),
    ...parts,
    ...named(rules.ruleset.payments, '/payments', 'a payment'),
  ];
}

function standsIn(owners: ReadonlySet<string>, pointer: string): boolean {
  for (let at = pointer.lastIndexOf('/'); at > 0; at = pointer.lastIndexOf('/', at - 1)) {
    if (owners.has(pointer.slice(0, at))) return true;
  }
  return false;
}

/** Verdicts are kept by id: two places of the rules with one id could not be told apart. */
export function checkNodeIds(rules: Rules): Finding[] {
  const doubled = new Set(checkIds(rules).map(({ pointer }) => pointer.slice(0, -'/id'.length)));
  const places = rules.places.map(({ id, pointer, condition }): Named => ({
    id,
    pointer: condition.id === undefined ? pointer : `${pointer}/id`,
    // because hardly any is ever said
    get what() {
      return `the place at ${quote(pointer)}`;
    },
  }));
  const first = new Map<string, Named>();
  return [...owners(rules), ...places].flatMap((one) => {
    if (doubled.size > 0 && standsIn(doubled, one.pointer)) return [];
    const other = first.get(one.id);
    if (other === undefined) {
      first.set(one.id, one);
      return [];
    }
    const message = `${quote(one.id)} is already the id of ${other.what}, so this one needs an \`id\` of its own`;
    return [finding('duplicate-node-id', one.pointer, { message })];
  });
}
