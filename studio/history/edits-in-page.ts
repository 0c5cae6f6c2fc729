import type { Edit } from '../api.ts';
import type { Ground } from '../draft/checking.ts';
import type { Texts } from '../draft/texts.ts';
import { createChecker } from '../draft/check-texts.ts';
import { editsBetween } from '../engine.ts';

/** A case that only one of two texts has, or that they say differently. */
export interface CaseChange {
  readonly id: string;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** What one text changes of another, in words. `unread` says which of them has errors, so that its rules have no words. */
export interface TextsDiffer {
  readonly edits: readonly Edit[] | undefined;
  readonly unread: 'was' | 'now' | undefined;
  readonly cases: readonly CaseChange[];
}

interface NamedCase {
  readonly id: string;
  readonly name: string;
}

const isCase = (one: unknown): one is NamedCase =>
  typeof one === 'object' &&
  one !== null &&
  'id' in one &&
  'name' in one &&
  typeof one.id === 'string' &&
  typeof one.name === 'string';

/** The cases of a file by id, each with all that it says. */
function casesIn(text: string | null): ReadonlyMap<string, { readonly name: string; readonly said: string }> {
  try {
    const file: unknown = JSON.parse(text ?? 'null');
    const listed: unknown = typeof file === 'object' && file !== null && 'cases' in file ? file.cases : [];
    const all: unknown[] = Array.isArray(listed) ? listed : [];
    return new Map(all.filter(isCase).map((one) => [one.id, { name: one.name, said: JSON.stringify(one) }]));
  } catch {
    return new Map();
  }
}

function caseChanges(was: string | null, now: string | null): CaseChange[] {
  const [before, after] = [casesIn(was), casesIn(now)];
  const gone = [...before].filter(([id]) => !after.has(id));
  return [
    ...[...after].flatMap(([id, { name, said }]): CaseChange[] => {
      const old = before.get(id);
      if (old === undefined) return [{ id, name, kind: 'added' }];
      return old.said === said ? [] : [{ id, name, kind: 'changed' }];
    }),
    ...gone.map(([id, { name }]): CaseChange => ({ id, name, kind: 'removed' })),
  ];
}

/** Puts in words what one text of a ruleset changes of another. */
export function differBetween(ground: Ground, was: Texts, now: Texts): TextsDiffer {
  const cases = caseChanges(was.cases, now.cases);
  if (was.document === now.document) return { edits: [], unread: undefined, cases };
  const checker = createChecker(ground);
  const before = checker.ruleset({ document: was.document, cases: null }).read;
  if (before === undefined) return { edits: undefined, unread: 'was', cases };
  const after = checker.ruleset({ document: now.document, cases: null }).read;
  if (after === undefined) return { edits: undefined, unread: 'now', cases };
  return { edits: editsBetween(before.compiled(), after.compiled()).edits, unread: undefined, cases };
}
