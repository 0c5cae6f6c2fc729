import type { TracedNode } from '../decide/news.ts';
import type { Vocabulary } from '../engine.ts';
import { type FamilyDocument, isObject, objectsIn, textIn } from '../family/family-document.ts';
import { dayNumber, outside, type Span, spanOf, type Terms } from './spans.ts';

export interface Mark extends Span {
  /** JSON Pointer of the record. */
  readonly pointer: string;
  readonly shape: 'event' | 'spell' | 'term';
  /** For the chosen rule; `later` is dated after the day asked about, and not seen. */
  readonly state: 'counted' | 'may-count' | 'other' | 'later';
}

/** The records of one type of one member, or of the family. */
export interface Lane {
  readonly type: string;
  readonly label: string;
  readonly member: string | undefined;
  readonly marks: readonly Mark[];
  /** Days, or terms, of which it is not known what there was. */
  readonly gaps: readonly Span[];
  /** Whether the chosen rule looks here. */
  readonly isLookedAt: boolean;
}

export interface Timeline {
  readonly axis: Span;
  readonly asOf: number;
  readonly attachedOn: number | undefined;
  readonly window: Span | undefined;
  readonly lanes: readonly Lane[];
  /** How many records have no day that could be drawn. */
  readonly undated: number;
}

export interface Drawn {
  readonly family: FamilyDocument;
  readonly vocabulary: Vocabulary;
  readonly terms: Terms;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly attachedOn: string | null;
  /** The place whose window is drawn, and the record type that it reads. */
  readonly rule: TracedNode | undefined;
  readonly ruleType: string | undefined;
}

/** Days before the day asked about that are drawn, unless the window goes further back; and after it. */
const [mostBefore, mostAfter] = [8 * 366, 400];

const windowOf = (rule: TracedNode | undefined): Span | undefined => {
  const to = dayNumber(rule?.window?.closes);
  if (rule?.window === undefined || to === undefined) return undefined;
  return { from: dayNumber(rule.window.opens) ?? -Infinity, to };
};

interface Held {
  readonly type: string;
  readonly member: string | undefined;
  readonly at: number;
  readonly record: FamilyDocument;
  readonly span: Span;
}

/** The member that a record or a span of coverage names; null names none. */
const memberOf = ({ member }: FamilyDocument): string | undefined =>
  member === undefined || member === null ? undefined : textIn(member);

function heldIn({ family, terms }: Drawn): { readonly held: readonly Held[]; readonly undated: number } {
  const records = isObject(family['records']) ? family['records'] : {};
  let undated = 0;
  const held = Object.entries(records).flatMap(([type, list]) =>
    objectsIn(list).flatMap((record, at): Held[] => {
      const span = spanOf(record, terms);
      if (span === undefined) undated += 1;
      const member = memberOf(record);
      return span === undefined ? [] : [{ type, member, at, record, span }];
    }),
  );
  return { held, undated };
}

function axisOf(drawn: Drawn, held: readonly Held[], asOf: number): Span {
  const window = windowOf(drawn.rule);
  const opens = window !== undefined && Number.isFinite(window.from) ? window.from : asOf;
  const firsts = held.map(({ span }) => span.from);
  const first = Math.min(asOf - 365, dayNumber(drawn.attachedOn) ?? asOf, ...firsts);
  const lasts = held.map(({ span }) => (Number.isFinite(span.to) ? span.to : span.from));
  return {
    from: Math.min(opens, Math.max(first, asOf - mostBefore)) - 20,
    to: Math.min(Math.max(asOf, ...lasts) + 30, asOf + mostAfter),
  };
}

function stateOf(pointer: string, { span }: Held, { rule, asOf }: { rule: Drawn['rule']; asOf: number }) {
  if (span.from > asOf) return 'later';
  if (rule?.witnesses?.includes(pointer)) return 'counted';
  return rule?.possibleWitnesses?.includes(pointer) ? 'may-count' : 'other';
}

/** What is not known of a lane: outside its coverage, all of a type that is absent, or terms without a row. */
function gapsOf(drawn: Drawn, lane: Pick<Lane, 'type' | 'member'>, seen: Span): readonly Span[] {
  const { family, terms, rule, ruleType } = drawn;
  const records = isObject(family['records']) ? family['records'][lane.type] : undefined;
  const coverage = isObject(family['coverage']) ? family['coverage'][lane.type] : undefined;
  if (drawn.vocabulary.recordTypes[lane.type]?.shape === 'term') {
    const rows = objectsIn(records).filter(({ member }) => textIn(member) === lane.member);
    const wanted = lane.type === ruleType ? (rule?.window?.terms ?? []) : [];
    const there = new Set(rows.map(({ term }) => textIn(term)));
    return wanted.flatMap((term) => (there.has(term) ? [] : (terms.get(term) ?? [])));
  }
  if (!Array.isArray(coverage)) return Array.isArray(records) ? [] : [seen];
  const known = objectsIn(coverage)
    .filter((span) => memberOf(span) === undefined || memberOf(span) === lane.member)
    .flatMap((span) => spanOf(span, terms) ?? []);
  return outside(seen, known);
}

/** A family drawn along time: what is recorded, what is not known, and what the chosen rule looks at. */
export function timelineOf(drawn: Drawn): Timeline {
  const { rule, ruleType, vocabulary } = drawn;
  const asOf = dayNumber(drawn.asOf) ?? 0;
  const { held, undated } = heldIn(drawn);
  const axis = axisOf(drawn, held, asOf);
  const nameOf = (type: string, member: string | undefined) => `${type} ${member ?? ''}`;
  const byLane = new Map<string, Held[]>();
  for (const one of held) {
    const name = nameOf(one.type, one.member);
    const lane = byLane.get(name);
    if (lane === undefined) byLane.set(name, [one]);
    else lane.push(one);
  }
  const places = new Map(held.map(({ type, member }) => [nameOf(type, member), { type, member }]));
  if (ruleType !== undefined)
    places.set(nameOf(ruleType, rule?.member), { type: ruleType, member: rule?.member });
  const seen = { from: axis.from, to: Math.min(asOf + 1, axis.to) };
  const lanes = [...places].map(([name, { type, member }]): Lane => {
    const marks = (byLane.get(name) ?? []).map((one): Mark => {
      const pointer = `/records/${type}/${one.at}`;
      const shape = vocabulary.recordTypes[type]?.shape ?? 'event';
      return { pointer, shape, ...one.span, state: stateOf(pointer, one, { rule, asOf }) };
    });
    const label = vocabulary.recordTypes[type]?.label.many ?? type;
    const isLookedAt = type === ruleType && (rule?.member === undefined || rule.member === member);
    return { type, label, member, marks, gaps: gapsOf(drawn, { type, member }, seen), isLookedAt };
  });
  const ordered = lanes.toSorted(
    (one, other) =>
      Number(other.isLookedAt) - Number(one.isLookedAt) ||
      (one.member ?? '').localeCompare(other.member ?? '') ||
      one.label.localeCompare(other.label),
  );
  const attachedOn = dayNumber(drawn.attachedOn);
  return { axis, asOf, attachedOn, window: windowOf(rule), lanes: ordered, undated };
}
