import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** What a value that fits none of several forms comes nearest to. */
export type Choice =
  /** No form is begun: each lacks a key that it alone needs. `missing` is lacked by all of them, `unknown` known to none. */
  | {
      readonly kind: 'none-begun';
      readonly lacking: readonly string[];
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
    }
  /** Several are begun at once: these keys do not go together. */
  | { readonly kind: 'mixed'; readonly keys: readonly string[] }
  /** One is begun, with these things wrong in it. */
  | { readonly kind: 'begun'; readonly issues: readonly Issue[] };

interface Shape {
  readonly issues: readonly Issue[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

const inEvery = (lists: readonly (readonly string[])[]): string[] =>
  (lists[0] ?? []).filter((key) => lists.every((list) => list.includes(key)));

function shapeOf(issues: readonly Issue[], value: object): Shape {
  const lacks = issues.flatMap(({ code, path }) =>
    code === 'invalid_type' && path.length === 1 ? path : [],
  );
  return {
    issues,
    missing: lacks.map(String).filter((key) => !Object.hasOwn(value, key)),
    unknown: issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])),
  };
}

/** Compares what is wrong with a value as each of several objects. Each form is told by a key that it alone needs. */
export function choiceOf(forms: readonly (readonly Issue[])[], value: unknown): Choice {
  if (typeof value !== 'object' || value === null) return { kind: 'begun', issues: forms[0] ?? [] };
  const shapes = forms.map((issues) => shapeOf(issues, value));
  const common = inEvery(shapes.map(({ missing }) => missing));
  const ownMissing = ({ missing }: Shape) => missing.filter((key) => !common.includes(key));
  const begun = shapes.filter((shape) => ownMissing(shape).length === 0);
  const [first] = begun;
  if (first === undefined) {
    const lacking = [...new Set(shapes.flatMap(ownMissing))];
    return {
      kind: 'none-begun',
      lacking,
      unknown: inEvery(shapes.map((shape) => shape.unknown)),
      missing: common,
    };
  }
  if (begun.length === 1) return { kind: 'begun', issues: first.issues };
  return { kind: 'mixed', keys: [...new Set(begun.flatMap(({ unknown }) => unknown))] };
}
