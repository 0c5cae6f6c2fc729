import type { Verdict } from '../../engine/verdict.ts';

const has = (verdicts: readonly Verdict[], verdict: Verdict) => verdicts.includes(verdict);
const live = (verdicts: readonly Verdict[]) => verdicts.filter((verdict) => verdict !== 'not-applicable');

/** Known to apply, and to which end. */
export function isSettled(verdict: Verdict): boolean {
  return verdict === 'met' || verdict === 'not-met';
}

export function all(verdicts: readonly Verdict[]): Verdict {
  if (has(verdicts, 'not-met')) return 'not-met';
  if (has(verdicts, 'unknown')) return 'unknown';
  return live(verdicts).length === 0 ? 'not-applicable' : 'met';
}

export function any(verdicts: readonly Verdict[]): Verdict {
  if (has(verdicts, 'met')) return 'met';
  if (has(verdicts, 'unknown')) return 'unknown';
  return live(verdicts).length === 0 ? 'not-applicable' : 'not-met';
}

export function not(verdict: Verdict): Verdict {
  if (verdict === 'met') return 'not-met';
  return verdict === 'not-met' ? 'met' : verdict;
}

export function some(verdicts: readonly Verdict[]): Verdict {
  return verdicts.length === 0 ? 'not-met' : any(verdicts);
}

export function atLeast(needed: number, verdicts: readonly Verdict[]): Verdict {
  const met = verdicts.filter((verdict) => verdict === 'met').length;
  const unknown = verdicts.filter((verdict) => verdict === 'unknown').length;
  if (live(verdicts).length === 0) return 'not-applicable';
  if (met >= needed) return 'met';
  if (!verdicts.some(isSettled)) return 'unknown';
  return met + unknown < needed ? 'not-met' : 'unknown';
}

export function gated(applies: Verdict, judged: Verdict): Verdict {
  if (applies === 'met') return judged;
  return applies === 'unknown' ? 'unknown' : 'not-applicable';
}

/** What every possibility agrees on, or `unknown`. */
export function agreed(possibilities: readonly Verdict[]): Verdict {
  const [first = 'unknown', ...rest] = possibilities;
  return rest.every((verdict) => verdict === first) ? first : 'unknown';
}

/** Every way to take some of a list, in order. */
export function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
