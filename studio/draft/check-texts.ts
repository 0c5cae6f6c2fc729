import type { DraftFinding } from '../api.ts';
import {
  casesChecker,
  checkCalendar,
  checkProgramme,
  checkReused,
  checkRuleset,
  checkUnitCosts,
  checkVocabulary,
  compileChecked,
  familyParser,
  readJson,
  readRuleset,
  ruleset,
  runCases,
} from '../engine.ts';
import type { CaseVerdicts, CheckedRuleset, CompiledRuleset, Ground, Reading } from './checking.ts';
import type { DraftFile, Texts } from './texts.ts';

type Library = Parameters<typeof checkRuleset>[1];
type Diagnostic = Extract<ReturnType<typeof readJson>, { readonly ok: false }>['error'][number];
type CheckCases = ReturnType<typeof casesChecker>;
type CaseFile = Extract<ReturnType<CheckCases>, { readonly ok: true }>['value'];
type ParseFamily = ReturnType<typeof familyParser>;

/** A document that is a ruleset without an error in it. */
export interface ReadDocument {
  readonly checked: CheckedRuleset;
  /** In English; put into words when it is first asked for, and once. */
  readonly reading: () => Reading;
  readonly compiled: () => CompiledRuleset;
}

/** What is found in a document that stands by itself. */
type CheckedAlone = { readonly ok: true } | { readonly ok: false; readonly error: readonly Diagnostic[] };

/** Everything found in the texts of a draft. `run` decides one case; there are none where a file has an error. */
export interface Checks {
  readonly findings: readonly DraftFinding[];
  readonly read: ReadDocument | undefined;
  readonly ids: readonly string[];
  readonly run: (id: string) => readonly CaseVerdicts[];
}

const placed = (findings: readonly Diagnostic[], file: DraftFile): DraftFinding[] =>
  findings.map((one) => ({ ...one, file }));

function libraryOf({ vocabularies, calendars }: Ground): Library {
  return {
    vocabularies: vocabularies.flatMap((one) => {
      const checked = checkVocabulary(one);
      return checked.ok ? [checked.value] : [];
    }),
    calendars: calendars.flatMap((one) => {
      const checked = checkCalendar(one);
      return checked.ok ? [checked.value] : [];
    }),
  };
}

/** What a function made of the last thing it was given; the same again is not made again. */
function lastOf<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  let last: { readonly given: Given; readonly made: Made } | undefined;
  return (given) => {
    if (last?.given !== given) last = { given, made: make(given) };
    return last.made;
  };
}

function baseIn({ base }: Ground): CheckedRuleset['ruleset'] | undefined {
  const read = ruleset.safeParse(base);
  return read.success ? read.data : undefined;
}

interface Beside {
  readonly library: Library;
  /** What the draft was made from. */
  readonly base: CheckedRuleset['ruleset'] | undefined;
}

function readDocument(text: string, { library, base }: Beside) {
  const json = readJson(text);
  const checked = json.ok ? checkRuleset(json.value, library) : json;
  if (!checked.ok) return { findings: placed(checked.error, 'document'), read: undefined };
  const value = checked.value;
  const reused = base === undefined ? [] : checkReused(value.ruleset, base);
  let compiled: CompiledRuleset | undefined;
  let reading: Reading | undefined;
  const read: ReadDocument = {
    checked: value,
    reading: () => (reading ??= readRuleset(value)),
    compiled: () => (compiled ??= compileChecked(value)),
  };
  return { findings: placed([...reused, ...value.warnings], 'document'), read };
}

/** The families of a case file as they were read for its cases: they are read once, however often the rules change. */
function keptFamilies() {
  let of: { readonly text: string; readonly vocabulary: CheckedRuleset['vocabulary'] } | undefined;
  let read = new Map<string, ReturnType<ParseFamily>>();
  return (id: string, { text, vocabulary }: NonNullable<typeof of>): ParseFamily => {
    if (
      of?.text !== text ||
      of.vocabulary.id !== vocabulary.id ||
      of.vocabulary.version !== vocabulary.version
    ) {
      of = { text, vocabulary };
      read = new Map();
    }
    const parse = familyParser(vocabulary);
    return (family) => {
      const one = read.get(id) ?? parse(family);
      read.set(id, one);
      return one;
    };
  };
}

interface ReadCases {
  readonly text: string;
  /** What is wrong with the text itself. */
  readonly findings: readonly DraftFinding[];
  /** Undefined where the text cannot be read. */
  readonly check: CheckCases | undefined;
}

function readCases(text: string): ReadCases {
  const json = readJson(text);
  return json.ok
    ? { text, findings: [], check: casesChecker(json.value) }
    : { text, findings: placed(json.error, 'cases'), check: undefined };
}

const none = { ids: [], run: () => [] };

/** Checks texts over and over against the same ground. What did not change is not looked at again. */
export function createChecker(ground: Ground) {
  const beside = { library: libraryOf(ground), base: baseIn(ground) };
  const documentIn = lastOf((text: string) => readDocument(text, beside));
  const casesIn = lastOf(readCases);
  const familyFor = keptFamilies();
  const runner = (text: string, file: CaseFile, read: ReadDocument) => {
    const byId = new Map(file.cases.map((one) => [one.id, one]));
    const { vocabulary } = read.checked;
    return {
      ids: [...byId.keys()],
      run: (id: string) => {
        const one = byId.get(id);
        const cases = one === undefined ? [] : [one];
        return runCases(read.compiled(), { ...file, cases }, familyFor(id, { text, vocabulary }));
      },
    };
  };
  const ofRuleset = ({ document, cases }: Texts): Checks => {
    const { findings, read } = documentIn(document);
    const held = cases === null ? undefined : casesIn(cases);
    if (read === undefined || held?.check === undefined)
      return { findings: [...findings, ...(held?.findings ?? [])], read, ...none };
    const file = held.check(read.checked.ruleset);
    if (!file.ok) return { findings: [...findings, ...placed(file.error, 'cases')], read, ...none };
    return { findings, read, ...runner(held.text, file.value, read) };
  };
  const ofContent = (text: string, check: (document: unknown) => CheckedAlone): Checks => {
    const json = readJson(text);
    const checked = json.ok ? check(json.value) : json;
    return { findings: checked.ok ? [] : placed(checked.error, 'document'), read: undefined, ...none };
  };
  return {
    ruleset: ofRuleset,
    vocabulary: ({ document }: Texts) => ofContent(document, checkVocabulary),
    calendar: ({ document }: Texts) => ofContent(document, checkCalendar),
    'unit-costs': ({ document }: Texts) => ofContent(document, (one) => checkUnitCosts(one, beside.library)),
    programme: ({ document }: Texts) => ofContent(document, checkProgramme),
  };
}
