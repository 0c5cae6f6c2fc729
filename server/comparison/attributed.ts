import * as z from 'zod';
import {
  type Attributor,
  type Change,
  edit,
  type Edit,
  type Family,
  type Question,
  type Shared,
} from '../../engine/index.ts';
import type { Effects } from './effects.ts';

const notAttributable = z.enum(['no-shared-ids', 'restated-attachment']).meta({
  description:
    'Why nothing can be attributed: the versions have no id in common, or the attachment is restated for one of them alone.',
});

/** Says why nothing is attributed. */
export const notAttributed = z.strictObject({ notAttributable });
export type NotAttributed = z.infer<typeof notAttributed>;

/** An edit by its name: `GET /rulesets/{id}/versions/{a}/changes-to/{b}` and `threshold diff` have it in words. */
export const editName = edit.pick({ kind: true, of: true, id: true }).meta({ id: 'EditName' });
type EditName = z.infer<typeof editName>;

const said = z
  .strictObject({
    path: z.string().meta({ description: 'The path of the change, as in `changes`.' }),
    sets: z.array(z.array(editName)).meta({
      description:
        'Each set of edits, made in the left version, gives what the right one says, and no smaller part of it does.',
    }),
    complete: z.boolean().meta({ description: 'Whether there is no other set.' }),
    skipped: z.int().meta({ description: 'How many of the sets tried make no valid ruleset.' }),
  })
  .meta({ id: 'Causes' });

const shared = z
  .strictObject({
    path: z.enum(['/totalDuePence', '/totalPossiblePence', '/eligibility/verdict']),
    exact: z.boolean().meta({ description: 'False where the shares are estimated from some of the orders.' }),
    edits: z.array(editName.extend({ share: z.number() })).meta({
      description:
        'Pence, or of becoming eligible (1) or no longer being so (-1): each edit’s mean effect over all orders of making them.',
    }),
  })
  .meta({ id: 'Shares' });

/** Why a family is told something else, by the edits between the two versions. */
export const attributed = z.strictObject({ causes: z.array(said), shares: z.array(shared) });
export type Attributed = z.infer<typeof attributed>;

/** What causes are found of: what a family is told in the end, not each step to it. */
const told = /^\/((criteria|outcomes)\/[^/]+|eligibility)\/verdict$|^\/total(Due|Possible)Pence$/;

const summed: readonly Shared[] = ['/totalDuePence', '/totalPossiblePence', '/eligibility/verdict'];

/** Why nothing can be attributed, for one family or for any. */
export function refusedFor(
  { refused }: Attributor,
  restated: { readonly left: string | undefined; readonly right: string | undefined },
): NotAttributed['notAttributable'] | undefined {
  return refused ?? (restated.left === restated.right ? undefined : 'restated-attachment');
}

const nameOf = ({ kind, of, id }: Edit): EditName => ({ kind, of, id });

export interface AskedFamily {
  readonly left: Family;
  readonly right: Family;
  readonly question: Question;
  /** Draws the shares that are estimated. */
  readonly seed: number;
}

/** The causes of what one family is told differently, and what each edit's part is. */
export function attribute(attributor: Attributor, asked: AskedFamily, changes: readonly Change[]) {
  const { left, right, question, seed } = asked;
  const family = attributor.family({ was: left, now: right, question });
  const named = (number: number) => {
    const one = attributor.edits[number];
    if (one === undefined) throw new Error('invariant: a cause is of edits that there are');
    return nameOf(one);
  };
  const causes = changes
    .filter(({ path }) => told.test(path))
    .map((change) => ({ path: change.path, ...family.causes(change) }));
  const shares = summed
    .filter((path) => changes.some((change) => change.path === path))
    .map((path) => ({ path, ...family.shares(path, seed) }));
  const sharesAt = (path: Shared) => shares.find((one) => one.path === path)?.shares;
  const [due, eligible] = [sharesAt('/totalDuePence'), sharesAt('/eligibility/verdict')];
  const numbers = [...new Set([...(due?.keys() ?? []), ...(eligible?.keys() ?? [])])];
  const effects: Effects = {
    edits: [...new Set(causes.flatMap(({ sets }) => sets.flat()))],
    shares: numbers.map((number) => [number, due?.get(number) ?? 0, eligible?.get(number) ?? 0]),
    estimated: shares.some(({ exact }) => !exact),
    incomplete: causes.some(({ complete }) => !complete),
  };
  const answer: Attributed = {
    causes: causes.map(({ path, sets, complete, skipped }) => ({
      ...{ path, complete, skipped },
      sets: sets.map((set) => set.map(named)),
    })),
    shares: shares.map(({ path, exact, shares: all }) => ({
      ...{ path, exact },
      edits: [...all].flatMap(([number, share]) => (share === 0 ? [] : [{ ...named(number), share }])),
    })),
  };
  return { answer, effects };
}
