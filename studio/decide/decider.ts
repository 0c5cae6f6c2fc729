import {
  type CompiledRuleset,
  compileChecked,
  type Day,
  decide,
  type Diagnostic,
  type Family,
  familyParser,
  parseDay,
  readJson,
  type Result,
} from '../engine.ts';
import { type FamilyDocument, isObject } from '../family/family-document.ts';
import type { Answer, Asked, FamilyRead, Found, Mistake, Rules, Said, Sought, Told } from './asked.ts';
import { madeFamilies } from './made-family.ts';
import { linesIn, placesIn } from './place-in-text.ts';
import { showsOf } from './shows.ts';

interface Ready {
  readonly rules: Rules;
  readonly compiled: CompiledRuleset;
  readonly parse: (document: unknown) => Result<Family, Diagnostic[]>;
}

/** A text and what it was read as; it is kept, because the next question is often about the same. */
interface ReadText {
  readonly text: string;
  readonly json: ReturnType<typeof readJson>;
}

/** How many families are drawn at one time: what else is asked has to wait for them. */
const drawnAtOnce = 250;

function familyRead({ id, records }: FamilyDocument): FamilyRead {
  const lists = isObject(records) ? Object.values(records) : [];
  return {
    id: typeof id === 'string' ? id : '',
    records: lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0),
  };
}

/** Where each finding stands in the text; the text is looked through once for all of them. */
function placed(text: string, findings: readonly Diagnostic[]): Mistake[] {
  const { lineAt, restOf } = linesIn(text);
  let spanOf: ReturnType<typeof placesIn> | undefined;
  return findings.map(({ code, pointer, message, suggestion, line, column }) => {
    const span = line === undefined ? (spanOf ??= placesIn(text))(pointer) : restOf(line, column);
    return { code, pointer, message, suggestion, line: lineAt(span.start), span };
  });
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error('invariant: only days that exist are asked about');
  return day;
}

const daysOf = ({ asOf, restateAttachment }: Pick<Asked, 'asOf' | 'restateAttachment'>) => ({
  asOf: dayOf(asOf),
  ...(restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) }),
});

/** Decides one text. What is wrong with it is all found, each at its place. */
function answered(ready: Ready, { text, json }: ReadText, asked: Asked): Answer {
  const wrong = (findings: readonly Diagnostic[], family?: FamilyRead): Answer => ({
    ...{ kind: 'wrong', family },
    mistakes: placed(text, findings),
  });
  if (!json.ok) return wrong(json.error);
  const document = json.value;
  const family = isObject(document) ? familyRead(document) : undefined;
  const read = ready.parse(document);
  if (!read.ok || family === undefined) return wrong(read.ok ? [] : read.error, family);
  const judgement = decide(ready.compiled, read.value, {
    ...daysOf(asked),
    trace: asked.traced ? 'full' : 'none',
  });
  return { kind: 'decided', family, judgement };
}

/** The first family of those drawn at one time that shows what is sought. */
function sought(ready: Ready, wanted: Sought): Found {
  const familyAt = madeFamilies(wanted.profile, wanted.seed);
  const show = showsOf(ready.rules.checked)
    .flatMap(({ shows }) => shows)
    .find(({ id }) => id === wanted.shows);
  const shows = (index: number) => {
    const family = ready.parse(familyAt?.(index));
    if (!family.ok) return false;
    return show?.in(decide(ready.compiled, family.value, { ...daysOf(wanted), trace: 'none' })) ?? false;
  };
  for (let looked = 0; looked < drawnAtOnce; looked += 1) {
    const index = wanted.from + looked;
    if (shows(index)) return { kind: 'found', sought: wanted, index, looked: looked + 1 };
  }
  return { kind: 'found', sought: wanted, index: undefined, looked: drawnAtOnce };
}

/**
 * What decides behind the page: told rules, and then questions about them, it says what comes of each. It knows the rules
 * that it was told last. Nothing of it knows that it runs in a worker.
 */
export function createDecider(): (told: Told) => Said | undefined {
  let ready: Ready | undefined;
  let last: ReadText | undefined;
  const learn = (rules: Rules): Ready => ({
    rules,
    compiled: compileChecked(rules.checked),
    parse: familyParser(rules.checked.vocabulary),
  });
  const read = (text: string): ReadText => {
    if (last?.text !== text) last = { text, json: readJson(text) };
    return last;
  };
  return (told) => {
    if (told.kind === 'rules') {
      ready = learn(told.rules);
      return undefined;
    }
    const { rules } = told.kind === 'seek' ? told.sought : told.asked;
    if (ready?.rules.key !== rules) throw new Error('invariant: rules are told before they are asked about');
    return told.kind === 'seek'
      ? sought(ready, told.sought)
      : answered(ready, read(told.asked.family), told.asked);
  };
}
