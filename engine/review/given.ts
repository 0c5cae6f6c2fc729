import type { Diagnostic } from '../check/diagnostic.ts';
import type { CaseFile, RulesetCase } from '../document/cases.ts';
import { stepsOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';

type Change = { readonly put: unknown } | 'remove';

/** What stands after a change at a place, or undefined where there is no such place. */
type Changed = { readonly value: unknown } | undefined;

/** The steps of an RFC 6901 JSON Pointer, or undefined where the text is not one. */
function stepsIn(text: string): string[] | undefined {
  return (text === '' || text.startsWith('/')) && !/~(?![01])/.test(text) ? stepsOf(text) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function changedList(list: readonly unknown[], steps: readonly string[], change: Change): Changed {
  const [step = '', ...below] = steps;
  if (step === '-' && below.length === 0 && change !== 'remove') return { value: [...list, change.put] };
  if (!/^(0|[1-9]\d*)$/.test(step) || Number(step) >= list.length) return undefined;
  const at = Number(step);
  if (below.length === 0 && change === 'remove') return { value: list.toSpliced(at, 1) };
  const inner = changed(list[at], below, change);
  return inner && { value: list.with(at, inner.value) };
}

function changedObject(value: Record<string, unknown>, steps: readonly string[], change: Change): Changed {
  const [step = '', ...below] = steps;
  if (below.length === 0 && change !== 'remove') return { value: { ...value, [step]: change.put } };
  if (!Object.hasOwn(value, step)) return undefined;
  if (below.length === 0) {
    return { value: Object.fromEntries(Object.entries(value).filter(([key]) => key !== step)) };
  }
  const inner = changed(value[step], below, change);
  return inner && { value: { ...value, [step]: inner.value } };
}

/** Nothing is created but the last key of an object or, at `-`, one more entry of a list. */
function changed(value: unknown, steps: readonly string[], change: Change): Changed {
  if (steps.length === 0) return change === 'remove' ? undefined : { value: change.put };
  if (Array.isArray(value)) return changedList(value, steps, change);
  return isObject(value) ? changedObject(value, steps, change) : undefined;
}

/** What can be wrong with the family that a checked case gives, beside what its parser finds. */
export const givenDiagnostics = {
  'pointer-unresolved': 'a case changes a place that the family it uses does not have',
} as const;

function nowhere(pointer: string): Diagnostic {
  const code: keyof typeof givenDiagnostics = 'pointer-unresolved';
  return { code, severity: 'error', pointer, message: `the family has no place ${quote(pointer)}` };
}

/** The family a case gives: one of the file's with every `set` put in its place, then every `remove` taken away. */
export function givenFamily(file: CaseFile, given: RulesetCase['given']): Result<unknown, Diagnostic[]> {
  if ('family' in given) return ok(given.family);
  const changes: [string, Change][] = [
    ...Object.entries(given.set ?? {}).map(([pointer, put]): [string, Change] => [pointer, { put }]),
    ...(given.remove ?? []).map((pointer): [string, Change] => [pointer, 'remove']),
  ];
  let family: unknown = file.families[given.use];
  const findings: Diagnostic[] = [];
  for (const [pointer, change] of changes) {
    const steps = stepsIn(pointer);
    const next = steps && changed(family, steps, change);
    if (next === undefined) findings.push(nowhere(pointer));
    else family = next.value;
  }
  return findings.length > 0 ? err(findings) : ok(family);
}
