import { createMemo, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { dayIn, isoOf, noDay, typedDay } from '../day-text.ts';
import { createFamily, type Origin } from '../family/create-family.ts';
import type { FamilyDocument } from '../family/family-document.ts';
import { createReading } from '../reading/create-reading.ts';
import type { DecidingRules } from '../reading/read-version.ts';
import type { DayText } from '../ui/date-fields.tsx';
import type { Rules } from './asked.ts';
import { createDecided } from './create-decided.ts';

/** The ways to give a family. All three are of one document. */
export const ways = ['form', 'json', 'made'] as const;
export type Way = (typeof ways)[number];

interface Typed {
  /** `phase-1@1.0.0` */
  version: string;
  asOf: DayText;
  restate: DayText;
}

/** Something to try: a family, and where given the days that it is asked about. */
export interface Given {
  readonly what: string;
  readonly family: FamilyDocument;
  readonly origin?: Origin;
  readonly asOf?: string | undefined;
  /** Absent leaves what stands there; null takes it away. */
  readonly restate?: string | null | undefined;
}

const wrongDay = (typed: DayText) =>
  isoOf(typed) !== '' && dayIn(typed) === undefined
    ? 'give a day that there is, with its month and year'
    : undefined;

interface Keeping {
  /** Whether a version that was chosen stays when a family is used that comes with another. */
  readonly keepsVersion?: boolean;
}

/**
 * One family tried: what is asked, what the page decides, and the rules that it decides by, which are those given or else those
 * of a version that is chosen. `end` ends what decides, with all that rests on it.
 */
export function createTrial(
  end: () => void,
  given?: () => DecidingRules | undefined,
  { keepsVersion = false }: Keeping = {},
) {
  const [typed, setTyped] = createStore<Typed>({ version: '', asOf: noDay(), restate: noDay() });
  const [way, setWay] = createSignal<Way>('form');
  const family = createFamily();
  const chosen = createReading(() => {
    const [id = '', version = ''] = typed.version.split('@');
    return id === '' ? undefined : { id, version };
  });
  const reading = { value: (): DecidingRules | undefined => (given ?? chosen.value)() };
  const rules = createMemo((): Rules | undefined => {
    const read = reading.value();
    return read && { key: read.key, checked: read.checked };
  });
  const asOf = createMemo(() => dayIn(typed.asOf));
  const restate = createMemo(() => dayIn(typed.restate));
  const decided = createDecided({
    rules,
    family: () => (family.text().trim() === '' ? undefined : family.text()),
    asOf: () => (wrongDay(typed.restate) === undefined ? asOf() : undefined),
    restateAttachment: restate,
  });
  const setDay = (iso: string) => {
    setTyped('asOf', typedDay(iso));
  };
  const give = ({ what, family: document, origin, asOf: day, restate: other }: Given) => {
    family.start(what, document, origin);
    if (day !== undefined) setDay(day);
    if (other !== undefined) setTyped('restate', other === null ? noDay() : typedDay(other));
  };
  return {
    ...{ end, setDay, typed, setTyped, way, setWay, family, reading, rules, asOf, restate, decided, give },
    /** Whether it is known by which rules to decide. */
    named: () => given !== undefined || typed.version !== '',
    /** Decides by a version, where none is given. */
    choose: (version: string) => {
      if (given === undefined) setTyped('version', version);
    },
    /** Names the version that a family comes with. */
    suggest: (version: string) => {
      if (given === undefined && !(keepsVersion && typed.version !== '')) setTyped('version', version);
    },
    /** What is wrong with the days that are typed. */
    wrongAsOf: () => wrongDay(typed.asOf),
    wrongRestate: () => wrongDay(typed.restate),
  };
}

export type Trial = ReturnType<typeof createTrial>;
