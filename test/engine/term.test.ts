import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../engine/document/calendar.ts';
import { vocabulary } from '../../engine/document/vocabulary.ts';
import { formatDay, parseDay, type Day } from '../../engine/time/civil-date.ts';
import { lastTerms, schoolAgeTest, termCalendar } from '../../engine/time/term.ts';

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../rulesets/${path}`, import.meta.url), 'utf8'));
}

function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is not a day`);
  return found;
}

const hertfordshire = termCalendar(calendar.parse(read('calendars/hertfordshire.json')));
const herefordshire = termCalendar(calendar.parse(read('calendars/herefordshire.json')));
const rule = vocabulary.parse(read('vocabulary/family@1.json')).schoolAge;

describe('the last three completed terms', () => {
  test.for([
    {
      on: '2014-02-01',
      terms: 'spring 2012-13, summer 2012-13, autumn 2013-14',
      why: 'they span two academic years',
    },
    {
      on: '2014-04-04',
      terms: 'spring 2012-13, summer 2012-13, autumn 2013-14',
      why: 'the last day of spring term is still in it',
    },
    {
      on: '2014-04-05',
      terms: 'summer 2012-13, autumn 2013-14, spring 2013-14',
      why: 'the day after, it is completed',
    },
    {
      on: '2014-07-23',
      terms: 'summer 2012-13, autumn 2013-14, spring 2013-14',
      why: 'the last day of summer term',
    },
    {
      on: '2014-07-24',
      terms: 'autumn 2013-14, spring 2013-14, summer 2013-14',
      why: 'the first of the holidays',
    },
    { on: '2014-09-01', terms: 'autumn 2013-14, spring 2013-14, summer 2013-14', why: 'a new academic year' },
  ])('in Hertfordshire on $on are $terms ($why)', ({ on, terms }) => {
    const found = lastTerms(hertfordshire, day(on), { count: 3, partTerm: false });
    expect(found.terms.map((id) => id.split('/').reverse().join(' ')).join(', ')).toBe(terms);
  });

  test('differ between two authorities on one day', () => {
    const on = day('2014-04-08');
    const wanted = { count: 1, partTerm: false };
    expect(lastTerms(hertfordshire, on, wanted).terms).toEqual(['2013-14/spring']);
    expect(lastTerms(herefordshire, on, wanted).terms).toEqual(['2013-14/autumn']);
  });

  test('open on the first day of the first and close on the day after the last', () => {
    const found = lastTerms(hertfordshire, day('2014-07-24'), { count: 3, partTerm: false });
    if (found.kind !== 'run') throw new Error('the calendar lacks a term');
    expect([formatDay(found.opens), formatDay(found.closes)]).toEqual(['2013-09-02', '2014-07-24']);
  });

  test('begin with the term in progress where a part term counts', () => {
    const found = lastTerms(hertfordshire, day('2014-02-01'), { count: 2, partTerm: true });
    if (found.kind !== 'run') throw new Error('the calendar lacks a term');
    expect(found.terms).toEqual(['2013-14/autumn', '2013-14/spring']);
    expect(formatDay(found.closes)).toBe('2014-02-02');
  });

  test('name the terms that the calendar lacks', () => {
    const early = lastTerms(hertfordshire, day('2010-10-01'), { count: 2, partTerm: false });
    expect(early).toEqual({ kind: 'lacking', terms: ['2009-10/spring', '2009-10/summer'].reverse() });
    const late = lastTerms(hertfordshire, day('2040-02-01'), { count: 1, partTerm: false });
    expect(late.kind).toBe('lacking');
  });
});

describe('compulsory school age', () => {
  test.for([
    { born: '2008-08-31', term: '2013-14/autumn', of: true, why: 'five on 31 August' },
    { born: '2008-09-01', term: '2013-14/autumn', of: false, why: 'five a day later' },
    { born: '2008-09-01', term: '2013-14/spring', of: true, why: 'from the next term' },
    { born: '2008-12-31', term: '2013-14/spring', of: true, why: 'five on 31 December' },
    { born: '2009-01-01', term: '2013-14/spring', of: false, why: 'five on 1 January' },
    { born: '2009-03-31', term: '2013-14/summer', of: true, why: 'five on 31 March' },
    { born: '2009-04-01', term: '2013-14/summer', of: false, why: 'five on 1 April' },
    {
      born: '1997-09-01',
      term: '2013-14/summer',
      of: true,
      why: 'sixteen on the first day of the leaving year',
    },
    { born: '1997-08-31', term: '2013-14/autumn', of: false, why: 'sixteen the day before it' },
  ])('born $born, in $term: $of ($why)', ({ born, term, of }) => {
    expect(schoolAgeTest(rule, '1-march')(day(born), term)).toBe(of);
  });
});
