import type { MissingDatum } from '../decide/decision.ts';
import type { Gap } from '../decide/measured.ts';
import type { Members } from '../document/condition.ts';
import { FAMILY } from '../decide/run.ts';
import { BEFORE_ALL } from '../family/family.ts';
import { step } from '../pointer.ts';
import { formatDay } from '../time/civil-date.ts';
import { UNKNOWN } from '../verdict.ts';
import { deciding, type Deciding, type Judged } from './deciding.ts';
import { rulesOf, type Rule } from './rules.ts';

/** What would tell whether a range takes a member. */
function memberGaps({ run }: Judged, range: Members, index: number): Gap[] {
  const member = run.family.members[index];
  if (member === undefined) return [];
  const lacking = range.schoolAge === undefined ? [] : (run.recorder?.lackingFor(range.schoolAge) ?? []);
  const born = range.aged !== undefined || range.schoolAge !== undefined;
  return [
    ...(lacking.length > 0 ? [{ member: FAMILY, field: 'calendar', terms: lacking }] : []),
    ...(born && member.dateOfBirth === undefined ? [{ member: index, field: 'dateOfBirth' }] : []),
    ...(range.resident !== undefined && member.resident === undefined
      ? [{ member: index, field: 'resident' }]
      : []),
  ];
}

function rangedGaps(judged: Judged, { place, member }: Deciding): Gap[] {
  const { condition } = place;
  const range = 'some' in condition ? condition.some : 'every' in condition ? condition.every : undefined;
  return range === undefined ? [] : memberGaps(judged, range, member);
}

function cappedGaps(judged: Judged, { place, bit }: Deciding): Gap[] {
  const cap = 'atLeast' in place.condition ? place.condition.cap : undefined;
  if (cap === undefined || bit !== UNKNOWN) return [];
  const { members } = judged.run.family;
  const uncertain = members.filter(
    ({ index }) => judged.run.recorder?.rangeAt(`${place.id}.cap`, index) === UNKNOWN,
  );
  return uncertain.flatMap(({ index }) => memberGaps(judged, cap.members, index));
}

function gapsOf(judged: Judged, it: Deciding): readonly Gap[] {
  if (it.kind === 'may-range') return rangedGaps(judged, it);
  if (it.kind === 'capped') return cappedGaps(judged, it);
  if (it.kind !== 'comparison' || it.bit !== UNKNOWN) return [];
  return (
    judged.run.recorder?.at(it.place.id, it.place.quantified ? it.member : FAMILY)?.measured?.evidence
      ?.gaps ?? []
  );
}

/** What an unknown rule waits for: its own gaps, and those of what it refers to or rests on. */
class Waiting {
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly found = new Map<string, readonly Gap[]>();

  private readonly judged: Judged;

  constructor(judged: Judged) {
    this.judged = judged;
    this.rules = new Map(rulesOf(judged.compiler.ruleset).map((rule) => [rule.id, rule]));
  }

  of(id: string): readonly Gap[] {
    const before = this.found.get(id);
    if (before !== undefined) return before;
    this.found.set(id, []);
    const gaps = this.search(id);
    this.found.set(id, gaps);
    return gaps;
  }

  private search(id: string): Gap[] {
    const rule = this.rules.get(id);
    const { compiler, run } = this.judged;
    if (rule === undefined || compiler.slots.read(run, id, FAMILY) !== UNKNOWN) return [];
    const own = [rule.appliesWhen, rule.when].flatMap((condition) =>
      condition === undefined ? [] : [...deciding(this.judged, condition, FAMILY)],
    );
    const referred = own.flatMap(({ kind, place }) =>
      kind === 'reference' && 'condition' in place.condition ? this.of(place.condition.condition) : [],
    );
    return [
      ...own.flatMap((it) => gapsOf(this.judged, it)),
      ...referred,
      ...rule.restsOn.flatMap((other) => this.of(other)),
    ];
  }
}

interface Wanted {
  readonly datum: Omit<MissingDatum, 'terms' | 'neededFor'>;
  readonly terms: Set<string>;
  readonly neededFor: Set<string>;
}

function datumOf({ run }: Pick<Judged, 'run'>, gap: Gap): Wanted['datum'] {
  const member = run.family.members[gap.member]?.id;
  const { recordType, field, record, span } = gap;
  const pointer =
    record === undefined || recordType === undefined
      ? undefined
      : step(step(step('', 'records'), recordType), record.index);
  return {
    ...(recordType === undefined ? {} : { recordType }),
    ...(member === undefined ? {} : { member }),
    ...(field === undefined ? {} : { field }),
    ...(pointer === undefined ? {} : { record: pointer }),
    ...(span === undefined || span.from <= BEFORE_ALL ? {} : { from: formatDay(span.from) }),
    ...(span === undefined ? {} : { to: formatDay(span.to) }),
  };
}

/** Every datum that something unknown waits for, with all that waits for it. */
export function missingData(judged: Judged): MissingDatum[] {
  const waiting = new Waiting(judged);
  const wanted = new Map<string, Wanted>();
  for (const { id } of rulesOf(judged.compiler.ruleset)) {
    for (const gap of waiting.of(id)) {
      const datum = datumOf(judged, gap);
      const key = JSON.stringify(datum);
      const entry = wanted.get(key) ?? { datum, terms: new Set(), neededFor: new Set() };
      for (const term of gap.terms ?? []) entry.terms.add(term);
      entry.neededFor.add(id);
      wanted.set(key, entry);
    }
  }
  return [...wanted.values()].map(({ datum, terms, neededFor }) => ({
    ...datum,
    ...(terms.size === 0 ? {} : { terms: [...terms].sort(byTerm) }),
    neededFor: [...neededFor],
  }));
}

/** What would fill some gaps, the terms of one member together. */
export function dataOf(judged: Pick<Judged, 'run'>, gaps: readonly Gap[]): Omit<MissingDatum, 'neededFor'>[] {
  const wanted = new Map<string, Pick<Wanted, 'datum' | 'terms'>>();
  for (const gap of gaps) {
    const datum = datumOf(judged, gap);
    const key = JSON.stringify(datum);
    const entry = wanted.get(key) ?? { datum, terms: new Set() };
    for (const term of gap.terms ?? []) entry.terms.add(term);
    wanted.set(key, entry);
  }
  return [...wanted.values()].map(({ datum, terms }) =>
    terms.size === 0 ? datum : { ...datum, terms: [...terms].sort(byTerm) },
  );
}

const seasonOrder = ['autumn', 'spring', 'summer'];

function byTerm(left: string, right: string): number {
  const [leftYear = '', leftSeason = ''] = left.split('/');
  const [rightYear = '', rightSeason = ''] = right.split('/');
  if (leftYear !== rightYear) return leftYear < rightYear ? -1 : 1;
  return seasonOrder.indexOf(leftSeason) - seasonOrder.indexOf(rightSeason);
}
