import { describe, expect, test } from 'vitest';
import { compactReader, decide, familyParser, parseDay } from '../../engine/index.ts';
import type { DrawnDecision } from '../../studio/api.ts';
import { dayAway, dayInLondon } from '../../studio/day-away.ts';
import {
  addressWith,
  filterIn,
  questionOf,
  rowFrom,
  withoutParts,
} from '../../studio/decisions/filter/filter.ts';
import { fieldsOf, filterTyped, mistakesInFilter } from '../../studio/decisions/filter/filter-fields.ts';
import { filterInWords } from '../../studio/decisions/filter/filter-in-words.ts';
import { keptRows, rowsIn } from '../../studio/decisions/filter/part-rows.ts';
import { keptPlaces } from '../../studio/decisions/record/kept-places.ts';
import { replayChanges, replayInWords } from '../../studio/decisions/replay-in-words.ts';
import {
  drawingFields,
  drawingIn,
  drawingSaid,
  mistakesInDrawing,
  suggestedSeed,
} from '../../studio/decisions/sample/drawing.ts';
import { sampleCsv } from '../../studio/decisions/sample/sample-csv.ts';
import { shippedLibrary } from '../builders/http.ts';
import { familiesOf } from '../builders/synthetic.ts';

const whole = {
  ...{ ruleset: 'phase-1', version: '1.0.0', family: 'F-1', who: 'key:k', superseded: 'false' },
  ...{ asOfFrom: '2014-03-01', asOfTo: '2014-04-01', onlyBecause: 'place' },
  ...{ keptFrom: '2026-07-01T23:00:00.000Z', keptTo: '2026-11-25T19:40:00.000Z' },
  ...{ node: ['education'], verdict: ['met'] },
};
const names = { part: (id: string) => id, who: (actor: string) => actor };

describe('which decisions an address means', () => {
  test('what it says is asked of the server, and said again by its form', () => {
    const filter = filterIn(whole);
    expect(questionOf(filter)).toEqual(whole);
    expect(filterTyped(fieldsOf(filter), filter)).toEqual(filter);
  });

  test.for([
    { said: { node: ['a', 'b'], verdict: ['met'] }, parts: 1, why: 'a part without its verdict' },
    { said: { node: 'a', verdict: 'maybe' }, parts: 0, why: 'a verdict that is none' },
    { said: { node: ['a', 'b'], verdict: ['met', 'unknown'] }, parts: 2, why: 'two in pairs' },
    { said: {}, parts: 0, why: 'nothing' },
  ])('parts: $why', ({ said, parts }) => {
    expect(filterIn(said).parts).toHaveLength(parts);
  });

  test('a last day is the day before the first outside, and an instant stays exact unless it is typed', () => {
    const filter = filterIn(whole);
    const fields = fieldsOf(filter);
    expect([fields.to, fields.keptFrom, fields.keptTo]).toEqual(['31/3/2014', '2/7/2026', '25/11/2026']);
    expect(filterTyped({ ...fields, keptTo: '30/6/2026' }, filter).keptTo).toBe('2026-06-30T23:00:00.000Z');
    expect(filterTyped({ ...fields, keptTo: '//' }, filter)).not.toHaveProperty('keptTo');
  });

  test.for([
    { change: { from: '31/2/2014' }, wrong: ['from'], why: 'no such day' },
    { change: { parts: '' }, wrong: ['because'], why: 'only because, of nothing' },
    {
      change: { parts: keptRows([{ node: 'a', verdict: 'not-met', weight: '' }]) },
      wrong: ['because'],
      why: 'of what is not met',
    },
    { change: { parts: '\tmet\t' }, wrong: ['parts'], why: 'a row without its part' },
    { change: {}, wrong: [], why: 'nothing' },
  ])('what is wrong with the form: $why', ({ change, wrong }) => {
    expect(Object.keys(mistakesInFilter({ ...fieldsOf(filterIn(whole)), ...change }))).toEqual(wrong);
  });

  test('in words: what an address says amiss is said as it stands', () => {
    expect(filterInWords(filterIn({ asOfFrom: 'soon', keptTo: 'later' }), names)).toEqual([
      'decided as of soon or later',
      'kept before later',
    ]);
    expect(filterInWords(filterIn(whole), names)).toContain('decided as of 31 March 2014 or earlier');
  });

  test('without its parts it is the same in all else', () => {
    const asked = withoutParts(filterIn(whole));
    expect({ ...whole, ...asked }).toEqual(whole);
    expect(Object.keys(whole).filter((name) => !Object.hasOwn(asked, name))).toEqual([
      ...['onlyBecause', 'node', 'verdict'],
    ]);
  });

  test('an address repeats what is said more than once, and leaves out what is not said', () => {
    expect(addressWith('/a', { node: ['x y', 'z'], cursor: undefined })).toBe('/a?node=x+y&node=z');
    expect(addressWith('/a', {})).toBe('/a');
  });

  test.for([
    { from: '200', rows: 201, row: 200 },
    { from: '200', rows: 200, row: 0 },
    { from: '-1', rows: 9, row: 0 },
    { from: 'x', rows: 9, row: 0 },
  ])('row $from of $rows: $row', ({ from, rows, row }) => {
    expect(rowFrom({ from }, rows)).toBe(row);
  });

  test('rows of parts are kept as one text', () => {
    const rows = [{ node: 'a.b', verdict: 'met', weight: '5' }];
    expect(rowsIn(keptRows(rows))).toEqual(rows);
    expect(rowsIn('')).toEqual([]);
  });
});

describe('days', () => {
  test.for([
    { day: '2024-02-28', days: 1, away: '2024-02-29' },
    { day: '2024-03-01', days: -1, away: '2024-02-29' },
    { day: '2023-12-31', days: 1, away: '2024-01-01' },
  ])('$day and $days', ({ day, days, away }) => {
    expect(dayAway(day, days)).toBe(away);
  });

  test.for([
    { instant: '2026-06-30T22:59:59.999Z', day: '2026-06-30', why: 'the last of a summer day' },
    { instant: '2026-06-30T23:00:00.000Z', day: '2026-07-01', why: 'the first of the next' },
    { instant: '2026-12-31T23:30:00.000Z', day: '2026-12-31', why: 'in winter' },
  ])('in London: $why', ({ instant, day }) => {
    expect(dayInLondon(instant)).toBe(day);
  });
});

describe('how a sample is drawn', () => {
  const search = { seed: 's', percent: '2.5', minimum: '3', risk: ['a:b:unknown:5'] };
  const now = '2026-11-25T19:40:00.000Z';
  const typed = { ...fieldsOf(filterIn({})), ...drawingFields(drawingIn(search), '') };

  test('its form says what its address says; what is kept from now on is no part of it', () => {
    expect(drawingSaid(typed, filterIn({}), now)).toEqual({ ...search, keptTo: now });
    const [was, before] = [filterIn({ keptTo: '2026-01-01T00:00:00.000Z' }), '2026-01-01T00:00:00.000Z'];
    expect(drawingSaid({ ...typed, ...fieldsOf(was) }, was, now).keptTo).toBe(before);
    expect(drawingIn({ percent: '5' })).toBeUndefined();
  });

  test('without an address it begins with a seed that is suggested', () => {
    expect(drawingFields(undefined, suggestedSeed('2026-11-25', 10_042)).seed).toBe('2026-11-25 0042');
  });

  const risk = (weight: string) => keptRows([{ node: 'a', verdict: 'met', weight }]);
  test.for([
    { change: {}, wrong: [], why: 'nothing' },
    { change: { seed: ' ' }, wrong: ['seed'], why: 'no seed' },
    { change: { percent: '100' }, wrong: [], why: 'all' },
    { change: { percent: '100.01' }, wrong: ['percent'], why: 'more than all' },
    { change: { percent: '1.234' }, wrong: ['percent'], why: 'three decimals' },
    { change: { percent: '0', minimum: '0' }, wrong: ['percent'], why: 'none at all' },
    { change: { percent: '0', minimum: '1' }, wrong: [], why: 'one at least' },
    { change: { minimum: 'few' }, wrong: ['minimum'], why: 'no number' },
    { change: { risks: risk('999') }, wrong: [], why: 'the greatest weight' },
    { change: { risks: risk('1000') }, wrong: ['risks'], why: 'a weight too great' },
    { change: { risks: risk('0') }, wrong: ['risks'], why: 'a weight of nothing' },
  ])('what is wrong with it: $why', ({ change, wrong }) => {
    expect(Object.keys(mistakesInDrawing({ ...typed, ...change }))).toEqual(wrong);
  });

  test('as CSV a family whose id looks like a formula stays text', () => {
    const one: DrawnDecision = {
      ...{ record: 'r', id: null, family: '=1+1', ruleset: { id: 'phase-1', version: '1.0.0', hash: 'h' } },
      ...{ asOf: '2014-03-01', eligibility: 'not-met', totalDuePence: 0, weight: 1, ticket: 't' },
    };
    const rows = sampleCsv({ sample: [one] }, new Map([['r', { result: 'same' }]])).split('\r\n');
    expect(rows[1]).toBe("1,r,,'=1+1,2014-03-01,phase-1,1.0.0,Not met,0,1,t,The same");
  });
});

describe('what a kept trace says of each place', () => {
  const compiled = shippedLibrary().rulesets.get('phase-1')?.at(-1)?.compiled();
  if (compiled === undefined) throw new Error('phase-1 is shipped');
  const asOf = parseDay('2014-03-01');
  if (asOf === undefined) throw new Error('the day is one');
  const make = familiesOf('hertfordshire', 5);
  const read = compactReader(compiled);

  test.for([0, 1, 2, 3, 4])('is what a full trace of made family %i says of its members', (index) => {
    const parsed = familyParser(compiled.compiler.vocabulary)(make(index));
    if (!parsed.ok) throw new Error('a made family can be read');
    const { trace } = read(parsed.value, { asOf });
    const kept = { trace: { ...trace, asked: 'none', digest: '' } };
    const { nodes = [] } = decide(compiled, parsed.value, { asOf, trace: 'full' }).trace ?? {};
    const places = keptPlaces(kept, compiled.ruleset);
    for (const { node, verdict } of nodes) expect(places[node]?.map((one) => one.verdict)).toContain(verdict);
    expect(nodes.length).toBeGreaterThan(10);
    expect(keptPlaces({ trace: { ...kept.trace, places: trace.places.slice(1) } }, compiled.ruleset)).toEqual(
      {},
    );
  });
});

describe('what deciding again came to', () => {
  test.for([
    { result: 'same', words: /came out as it was kept/ },
    { result: 'same-result-other-trace', words: /within the rules came out otherwise/ },
  ] as const)('$result', ({ result, words }) => {
    expect(replayInWords({ result, detail: '' })).toMatch(words);
  });

  test('what is different is named by the labels of the rules, or by its ids where they are not here', () => {
    const changes = [{ path: '/criteria/a/verdict', from: 'met', to: 'unknown' }];
    const different = { result: 'different', changes } as const;
    expect(replayInWords(different)).toBe('1 thing is decided otherwise than it was kept.');
    expect(replayChanges(different, undefined)).toMatchObject([
      { what: 'Criterion “a”', was: 'Met', now: 'Not known' },
    ]);
    expect(replayInWords({ result: 'cannot-be-replayed', why: 'family-erased', detail: '' })).toMatch(
      /erased/,
    );
  });
});
