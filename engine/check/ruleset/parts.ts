import type { Members } from '../../document/condition.ts';
import type { Fact } from '../../document/fact.ts';
import type { Owner, Place } from '../../document/places.ts';
import type { Anchor, TimeWindow } from '../../document/time-window.ts';
import type { Where } from '../../document/where.ts';
import { step } from '../../pointer.ts';
import { gathered, type Rules } from './context.ts';
import { recordsOf } from './measure.ts';

/** The fact, or the owner of the rule, that something is a part of. */
export interface Within {
  readonly kind: 'fact' | 'pot' | 'grant' | 'ruleset' | Owner['kind'];
  readonly id: string;
}

export interface Located<T> {
  readonly part: T;
  /** Where it stands in the document. */
  readonly pointer: string;
  readonly within: Within;
}

export const factsOf = gathered(({ ruleset }: Rules): Located<Fact>[] => {
  return Object.entries(ruleset.facts).map(([id, part]) => ({
    part,
    pointer: step('/facts', id),
    within: { kind: 'fact', id },
  }));
});

function rangesAt({ condition, pointer, owner: within }: Place): Located<Members>[] {
  if ('some' in condition) return [{ part: condition.some, pointer: `${pointer}/some`, within }];
  if ('every' in condition) return [{ part: condition.every, pointer: `${pointer}/every`, within }];
  if (!('atLeast' in condition) || condition.cap === undefined) return [];
  return [{ part: condition.cap.members, pointer: `${pointer}/cap/members`, within }];
}

/** Whom quantifiers and caps range over. */
export const rangesOf = gathered(({ places }: Rules) => places.flatMap(rangesAt));

/** Every window of facts and ranges; school age is asked over one too. */
export const windowsOf = gathered((rules: Rules): Located<TimeWindow>[] => {
  const ofFacts = factsOf(rules).flatMap(({ part: fact, pointer, within }): Located<TimeWindow>[] => {
    if ('schoolAge' in fact) return [{ part: fact.schoolAge, pointer: `${pointer}/schoolAge`, within }];
    return 'window' in fact ? [{ part: fact.window, pointer: `${pointer}/window`, within }] : [];
  });
  const ofRanges = rangesOf(rules).flatMap(({ part: range, pointer, within }): Located<TimeWindow>[] =>
    range.schoolAge === undefined ? [] : [{ part: range.schoolAge, pointer: `${pointer}/schoolAge`, within }],
  );
  return [...ofFacts, ...ofRanges];
});

function anchorsIn({ part: window, pointer, within }: Located<TimeWindow>): Located<Anchor>[] {
  const at = (key: string, part: Anchor): Located<Anchor>[] => [
    { part, pointer: `${pointer}/${key}`, within },
  ];
  if ('since' in window) return at('since', window.since);
  if ('after' in window) return at('after', window.after);
  if ('before' in window) return at('before', window.before);
  if ('on' in window) return window.on === 'lookedFrom' ? [] : at('on', window.on);
  if (!('notBefore' in window) || window.notBefore === undefined) return [];
  return at('notBefore', window.notBefore);
}

/** Every anchor: of windows, of baselines, and of ages. */
export const anchorsOf = gathered((rules: Rules): Located<Anchor>[] => {
  const ofFacts = factsOf(rules).flatMap(({ part: fact, pointer, within }): Located<Anchor>[] => {
    if ('age' in fact && fact.age !== 'lookedFrom')
      return [{ part: fact.age, pointer: `${pointer}/age`, within }];
    if (!('baseline' in fact) || !('before' in fact.baseline)) return [];
    return [{ part: fact.baseline.before, pointer: `${pointer}/baseline/before`, within }];
  });
  return [...ofFacts, ...windowsOf(rules).flatMap(anchorsIn)];
});

/** A record type named in an anchor, and where. */
export const anchoredTypes = gathered(
  (rules: Rules): Located<{ readonly type: string; readonly where: Where | undefined }>[] => {
    return anchorsOf(rules).flatMap(({ part: anchor, pointer, within }) => {
      if (typeof anchor === 'string') return [];
      const [key, type] = 'first' in anchor ? ['first', anchor.first] : ['last', anchor.last];
      return [{ part: { type, where: anchor.where }, pointer: step(pointer, key), within }];
    });
  },
);

export interface Tests {
  /** The record type whose fields are tested. */
  readonly type: string;
  readonly where: Where;
}

/** Every `where` over the fields of records; that of a range is a condition, and not among them. */
export const testsOf = gathered((rules: Rules): Located<Tests>[] => {
  const ofFacts = factsOf(rules).flatMap(({ part: fact, pointer, within }): Located<Tests>[] => {
    const records = recordsOf(fact);
    if (records === undefined || !('where' in fact) || fact.where === undefined) return [];
    return [{ part: { type: records.type, where: fact.where }, pointer: `${pointer}/where`, within }];
  });
  const ofAnchors = anchoredTypes(rules).flatMap(({ part, pointer, within }): Located<Tests>[] => {
    if (part.where === undefined) return [];
    const place = `${pointer.slice(0, pointer.lastIndexOf('/'))}/where`;
    return [{ part: { type: part.type, where: part.where }, pointer: place, within }];
  });
  return [...ofFacts, ...ofAnchors];
});

/** An age range of a fact or of a quantifier: `from` is the youngest in, `below` the youngest out. */
export type Ages = NonNullable<Members['aged']>;

export const agesOf = gathered((rules: Rules): Located<Ages>[] => {
  const ofFacts = factsOf(rules).flatMap(({ part: fact, pointer, within }): Located<Ages>[] =>
    'aged' in fact && fact.aged !== undefined
      ? [{ part: fact.aged, pointer: `${pointer}/aged`, within }]
      : [],
  );
  const ofRanges = rangesOf(rules).flatMap(({ part: range, pointer, within }): Located<Ages>[] =>
    range.aged === undefined ? [] : [{ part: range.aged, pointer: `${pointer}/aged`, within }],
  );
  return [...ofFacts, ...ofRanges];
});
