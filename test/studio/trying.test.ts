import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCases, type CheckedRuleset, checkRuleset } from '../../engine/index.ts';
import { createDecider } from '../../studio/decide/decider.ts';
import { caseId, withCase } from '../../studio/decide/with-case.ts';
import { withValue } from '../../studio/family/family-document.ts';
import { dayNumber, outside, termsOf } from '../../studio/timeline/spans.ts';
import { timelineOf } from '../../studio/timeline/timeline-of.ts';
import { shippedLibrary } from '../builders/shipped.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function phase1(): CheckedRuleset {
  const checked = checkRuleset(read('rulesets/england/phase-1/1.0.0.json'), shippedLibrary);
  if (!checked.ok) throw new Error('phase-1 checks');
  return checked.value;
}

const example = text('server/examples/family.json');
const asked = { rules: 'phase-1', asOf: '2012-12-01', traced: true };

function decided(family: string) {
  const decider = createDecider();
  // As a worker is told: what crosses is a copy.
  decider(structuredClone({ kind: 'rules', rules: { key: 'phase-1', checked: phase1() } }));
  return decider({ kind: 'decide', asked: { ...asked, family } });
}

describe('what decides behind the page', () => {
  test('decides by rules that were copied to it as by the rules themselves', () => {
    const golden = read('test/golden/f-001-phase-1-2012-12-01.json') as { eligibility: unknown };
    expect(decided(example)).toMatchObject({
      kind: 'decided',
      family: { id: 'F-001', records: 12 },
      judgement: { eligibility: golden.eligibility, totalDuePence: 0 },
    });
  });

  test.for([
    { why: 'a word that is nearly right', from: '"role": "child"', to: '"role": "chid"', line: 8 },
    { why: 'a key twice', from: '"closedOn": null', to: '"id": "F-002"', line: 5 },
    { why: 'no JSON at all', from: '"members": [', to: '"members": (', line: 6 },
  ])('says on which line $why stands', ({ from, to, line }) => {
    const said = decided(example.replace(from, to));
    expect(said).toMatchObject({ kind: 'wrong', mistakes: [{ line }] });
  });
});

describe('a case that is saved', () => {
  const cases = text('rulesets/england/phase-1/1.0.0.cases.json');
  const document = text('rulesets/england/phase-1/1.0.0.json');
  const said = decided(example);
  const judgement = said?.kind === 'decided' ? said.judgement : undefined;
  const family = JSON.parse(example) as Record<string, unknown>;

  test.for([
    { why: 'at the end of those there are', held: cases, count: 227 },
    { why: 'in a file that is begun for it', held: null, count: 1 },
  ])('stands $why, and checks', ({ held, count }) => {
    if (judgement === undefined) throw new Error('the example is decided');
    const added = withCase(
      { document, cases: held },
      { name: 'The fee was claimed before', family, judgement },
    );
    const file = checkCases(JSON.parse(added.text), phase1().ruleset);
    expect(file.ok && file.value.cases.length).toBe(count);
    expect(file.ok && file.value.cases.at(-1)?.id).toBe(added.id);
    if (held !== null) expect(added.text.startsWith(held.slice(0, 1000))).toBe(true);
  });

  test.for([
    { name: 'The fee was claimed before.', taken: [], id: 'the-fee-was-claimed-before' },
    { name: 'The fee', taken: ['the-fee'], id: 'the-fee-2' },
    { name: '2 exclusions', taken: [], id: 'exclusions' },
    { name: '…', taken: [], id: 'case' },
  ])('“$name” is called $id', ({ name, taken, id }) => {
    expect(caseId(name, taken)).toBe(id);
  });
});

describe('a value put into a family', () => {
  const family = { members: [{ id: 'm1' }], records: { offence: [] } };

  test.for([
    {
      why: 'a list is begun',
      path: ['records', 'exclusion', 0],
      put: {},
      at: { exclusion: [{}], offence: [] },
    },
    { why: 'a list is emptied to nothing known', path: ['records', 'offence'], put: undefined, at: {} },
    {
      why: 'what is not there is not taken away',
      path: ['records', 'x'],
      put: undefined,
      at: { offence: [] },
    },
  ])('$why', ({ path, put, at }) => {
    const next = withValue(family, path, put) as typeof family;
    expect(next.records).toEqual(at);
    expect(next.members).toBe(family.members);
  });
});

describe('what is not known', () => {
  test.for([
    {
      why: 'before and after a span',
      spans: [{ from: 3, to: 5 }],
      gaps: [
        [0, 3],
        [5, 10],
      ],
    },
    {
      why: 'nothing where two spans meet',
      spans: [
        { from: 5, to: 10 },
        { from: 0, to: 5 },
      ],
      gaps: [],
    },
    {
      why: 'the day between two that do not',
      spans: [
        { from: 0, to: 5 },
        { from: 6, to: 10 },
      ],
      gaps: [[5, 6]],
    },
    { why: 'all of it', spans: [], gaps: [[0, 10]] },
  ])('is $why', ({ spans, gaps }) => {
    expect(outside({ from: 0, to: 10 }, spans)).toEqual(gaps.map(([from, to]) => ({ from, to })));
  });

  const drawn = (family: Record<string, unknown>) =>
    timelineOf({
      ...{ family, vocabulary: phase1().vocabulary, terms: termsOf(phase1(), 'hertfordshire') },
      ...{ asOf: '2012-12-01', attachedOn: null, rule: undefined, ruleType: 'offence' },
    });

  test('a type that is absent is a gap up to the day asked about, and an empty list is none', () => {
    const [absent] = drawn({ records: {} }).lanes;
    expect(absent?.gaps.map(({ to }) => to)).toEqual([(dayNumber('2012-12-01') ?? 0) + 1]);
    expect(drawn({ records: { offence: [] } }).lanes[0]?.gaps).toEqual([]);
  });

  test.for([
    { why: 'a record type', is: { records: { offence: null } }, as: { records: {} } },
    {
      why: 'the member of a record',
      is: { records: { 'police-call-out': [{ member: null, on: '2012-06-02' }] } },
      as: { records: { 'police-call-out': [{ on: '2012-06-02' }] } },
    },
    {
      why: 'the member of a span of coverage',
      is: { records: {}, coverage: { offence: [{ member: null, from: '2000-01-01', to: null }] } },
      as: { records: {}, coverage: { offence: [{ from: '2000-01-01', to: null }] } },
    },
  ])('$why that is null is drawn as if it were absent', ({ is, as }) => {
    expect(drawn(is)).toEqual(drawn(as));
  });
});
