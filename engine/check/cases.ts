import type { CaseFile, Expectation, RulesetCase } from '../document/cases.ts';
import { placesOf } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import { step } from '../pointer.ts';
import { quote } from '../quote.ts';
import { err, type Result } from '../result.ts';
import { near } from './near.ts';
import type { DiagnosticCode } from './codes.ts';
import { readCaseFile } from './document.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, inOrder, type Finding } from './finding.ts';
import { checkSources } from './sources.ts';

/** The ids of one kind of thing that an expectation may name. */
interface Names {
  readonly what: string;
  readonly code: DiagnosticCode;
  readonly known: readonly string[];
}

/** Each place, and whether it is judged for one member at a time. */
type Nodes = ReadonlyMap<string, boolean>;

type Expected = Readonly<Record<'criteria' | 'routes' | 'outcomes' | 'parts' | 'payments', Names>>;

function namesOf({ criteria, eligibility, outcomes, payments }: Ruleset): Expected {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const parts = outcomes.flatMap(({ id, parts: list = [] }) => list.map((part) => `${id}.${part.id}`));
  return {
    criteria: { what: 'criterion', code: 'unknown-criterion', known: ids(criteria) },
    routes: { what: 'route', code: 'unknown-route', known: ids(eligibility.routes) },
    outcomes: { what: 'outcome', code: 'unknown-outcome', known: ids(outcomes) },
    parts: { what: 'part', code: 'unknown-part', known: parts },
    payments: { what: 'payment', code: 'unknown-payment', known: ids(payments) },
  };
}

function unknown({ what, code, known }: Names, id: string, pointer: string): Finding[] {
  if (known.includes(id)) return [];
  return [
    finding(code, pointer, {
      message: `no ${what} is named ${quote(id)}`,
      suggestion: near(id, () => known),
    }),
  ];
}

function keysOf(record: object | undefined, pointer: string): { key: string; pointer: string }[] {
  return Object.keys(record ?? {}).map((key) => ({ key, pointer: step(pointer, key) }));
}

function verdicts(expect: Expectation, names: Expected, pointer: string): Finding[] {
  const kinds = ['criteria', 'routes', 'outcomes', 'parts', 'payments'] as const;
  const named = kinds.flatMap((kind) =>
    keysOf(expect[kind], `${pointer}/${kind}`).flatMap((one) => unknown(names[kind], one.key, one.pointer)),
  );
  const route =
    typeof expect.route === 'string' ? unknown(names.routes, expect.route, `${pointer}/route`) : [];
  const anything: Names = {
    what: 'criterion, route, outcome, part or payment',
    code: 'unknown-node',
    known: kinds.flatMap((kind) => names[kind].known),
  };
  const reasons = keysOf(expect.reasons, `${pointer}/reasons`).flatMap((one) =>
    unknown(anything, one.key, one.pointer),
  );
  return [...named, ...route, ...reasons];
}

function nodes(expect: Expectation, places: Nodes, pointer: string): Finding[] {
  return keysOf(expect.nodes, `${pointer}/nodes`).flatMap(({ key, pointer: place }) => {
    const at = key.indexOf('@');
    const id = at === -1 ? key : key.slice(0, at);
    const quantified = places.get(id);
    if (quantified === undefined) {
      const suggestion = near(id, () => places.keys());
      return [
        finding('unknown-node', place, {
          message: `no place of the rules has the id ${quote(id)}`,
          suggestion,
        }),
      ];
    }
    if (quantified === (at !== -1)) return [];
    const message = quantified
      ? `${quote(id)} is judged for one member at a time, and needs a member, as in ${quote(`${id}@m1`)}`
      : `${quote(id)} is judged for the family, and takes no member`;
    return [finding('node-and-member', place, { message })];
  });
}

/** RFC 6901: empty, or steps that each begin with a slash, with `~` only as `~0` and `~1`. */
const pointerForm = /^(?:\/(?:[^~/]|~[01])*)*$/;

function given({ families }: CaseFile, one: RulesetCase, pointer: string): Finding[] {
  if (!('use' in one.given)) return [];
  const { use, set, remove = [] } = one.given;
  const places = [
    ...keysOf(set, `${pointer}/given/set`),
    ...remove.map((key, at) => ({ key, pointer: `${pointer}/given/remove/${at}` })),
  ];
  const malformed = places
    .filter(({ key }) => !pointerForm.test(key))
    .map((place) =>
      finding('bad-pointer', place.pointer, {
        message: `${quote(place.key)} is not a JSON Pointer such as \`/members/0\``,
      }),
    );
  if (Object.hasOwn(families, use)) return malformed;
  const suggestion = near(use, () => Object.keys(families));
  const message = `no family of this file is named ${quote(use)}`;
  return [...malformed, finding('unknown-family', `${pointer}/given/use`, { message, suggestion })];
}

function subject(file: CaseFile, { id, version }: Ruleset): Finding[] {
  const wrong = (key: 'ruleset' | 'version', is: string): Finding[] => {
    if (file[key] === is) return [];
    const message = `these cases are for ${key} ${quote(file[key])}, and this is ${quote(is)}`;
    return [finding('other-ruleset', `/${key}`, { message, suggestion: is })];
  };
  return [...wrong('ruleset', id), ...wrong('version', version)];
}

function doubled({ cases }: CaseFile): Finding[] {
  const seen = new Set<string>();
  return cases.flatMap(({ id }, at) => {
    const again = seen.has(id);
    seen.add(id);
    if (!again) return [];
    return [
      finding('duplicate-id', `/cases/${at}/id`, { message: `${quote(id)} is already the id of a case` }),
    ];
  });
}

/** Everything wrong with cases of the right form, under a ruleset. */
function wrongIn(file: CaseFile, ruleset: Ruleset): Diagnostic[] {
  const names = namesOf(ruleset);
  const owners = Object.values(names).flatMap(({ known }) => known);
  const places: Nodes = new Map([
    ...['eligibility', ...owners].map((id): [string, boolean] => [id, false]),
    ...placesOf(ruleset).map(({ id, quantified }): [string, boolean] => [id, quantified]),
  ]);
  const ofCases = file.cases.flatMap((one, at) => {
    const pointer = `/cases/${at}`;
    return [
      ...given(file, one, pointer),
      ...verdicts(one.expect, names, `${pointer}/expect`),
      ...nodes(one.expect, places, `${pointer}/expect`),
    ];
  });
  const sources = checkSources({ cases: file.cases.map(({ source }) => ({ source })) }, ruleset.sources);
  return inOrder([...subject(file, ruleset), ...doubled(file), ...ofCases, ...sources]);
}

/** `checkCases` of one document under one ruleset after another; its form is looked at once. */
export function casesChecker(document: unknown): (ruleset: Ruleset) => Result<CaseFile, Diagnostic[]> {
  const read = readCaseFile(document);
  return (ruleset) => {
    if (!read.ok) return read;
    const findings = wrongIn(read.value, ruleset);
    return findings.length > 0 ? err(findings) : read;
  };
}

/** Cases that ask only for what the ruleset has, or everything wrong with them. Sources are the ruleset's. Never throws. */
export function checkCases(document: unknown, ruleset: Ruleset): Result<CaseFile, Diagnostic[]> {
  return casesChecker(document)(ruleset);
}
