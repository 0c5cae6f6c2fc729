import type { Ruleset } from '../../engine.ts';
import { stepsOf } from '../../review/difference-in-words.ts';

/** What names the things that are compared: as much of a ruleset as has labels. */
type Named = Pick<Ruleset, 'criteria' | 'outcomes' | 'payments'>;

interface Label {
  readonly id: string;
  readonly label: string;
}

function labelIn(lists: readonly (readonly Label[])[], id: string): string {
  return lists.flat().find((one) => one.id === id)?.label ?? id;
}

/** What a verdict is of, by the labels of whichever of the rulesets has it. */
export function verdictOf(path: string, rules: readonly Named[]): string {
  const [of = '', id = ''] = stepsOf(path);
  if (of === 'eligibility') return 'Eligibility';
  if (of === 'criteria')
    return `Criterion “${labelIn(
      rules.map((one) => one.criteria),
      id,
    )}”`;
  return `Outcome “${labelIn(
    rules.map((one) => one.outcomes),
    id,
  )}”`;
}

/** What a payment is called. */
export const paymentNamed = (id: string, rules: readonly Named[]): string =>
  labelIn(
    rules.map((one) => one.payments),
    id,
  );

/** Eligibility first, because it is what is asked first; the rest as it comes. */
export function eligibilityFirst<Moved extends { readonly path: string }>(
  all: readonly Moved[],
): readonly Moved[] {
  const isFirst = ({ path }: Moved) => path.startsWith('/eligibility');
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}
