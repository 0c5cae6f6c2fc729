import {
  attributor,
  type Attributor,
  type CheckedRuleset,
  compileChecked,
  type Edit,
  familyParser,
  parseDay,
  readJson,
} from '../engine.ts';
import type { Rules } from '../decide/asked.ts';

/** A family and two versions of the rules, of which everything that differs is to be explained. */
export interface Unexplained {
  /** A number of its own, so that an answer is known by it. */
  readonly number: number;
  readonly left: Rules;
  readonly right: Rules;
  /** JSON that both can read. */
  readonly family: string;
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
}

/** An edit as a cause names it, in words where those are known. */
export type EditOf = Pick<Edit, 'kind' | 'of' | 'id'> & {
  readonly was?: string | undefined;
  readonly now?: string | undefined;
};

/** The edits that cause one change: each set does, and no smaller part of it. */
export interface CausesOf {
  readonly path: string;
  readonly sets: readonly (readonly EditOf[])[];
  /** Whether there is no other set. */
  readonly complete: boolean;
}

export type Explained =
  | { readonly kind: 'explained'; readonly number: number; readonly causes: readonly CausesOf[] }
  | { readonly kind: 'no-shared-ids'; readonly number: number };

function compiledFrom(checked: CheckedRuleset) {
  return { compiled: compileChecked(checked), parse: familyParser(checked.vocabulary) };
}

interface Ready {
  readonly left: ReturnType<typeof compiledFrom>;
  readonly right: ReturnType<typeof compiledFrom>;
  readonly between: Attributor;
}

/** Explains one family after another; two versions that stay the same are made ready once. */
export function createExplainer(): (asked: Unexplained) => Explained {
  let held: { readonly key: string; readonly ready: Ready } | undefined;
  const readyFor = ({ left, right }: Unexplained): Ready => {
    const key = `${left.key} ${right.key}`;
    if (held?.key === key) return held.ready;
    const sides = { left: compiledFrom(left.checked), right: compiledFrom(right.checked) };
    const ready = { ...sides, between: attributor(sides.left.compiled, sides.right.compiled) };
    held = { key, ready };
    return ready;
  };
  return (asked) => {
    const { number } = asked;
    const { left, right, between } = readyFor(asked);
    if (between.refused !== undefined) return { kind: between.refused, number };
    const json = readJson(asked.family);
    const [was, now] = json.ok ? [left.parse(json.value), right.parse(json.value)] : [];
    const asOf = parseDay(asked.asOf);
    const restated = asked.restateAttachment === undefined ? undefined : parseDay(asked.restateAttachment);
    if (was?.ok !== true || now?.ok !== true || asOf === undefined)
      throw new Error('invariant: only what was decided under both is to be explained');
    const question = { asOf, ...(restated === undefined ? {} : { restateAttachment: restated }) };
    const family = between.family({ was: was.value, now: now.value, question });
    const causes = family.changes.map((change): CausesOf => {
      const { sets, complete } = family.causes(change);
      const editAt = (one: number) => between.edits[one] ?? [];
      return { path: change.path, complete, sets: sets.map((set) => set.flatMap(editAt)) };
    });
    return { kind: 'explained', number, causes };
  };
}
