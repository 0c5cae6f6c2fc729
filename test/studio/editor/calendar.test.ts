import { expect, test } from 'vitest';
import { termAfter, termInWords } from '../../../studio/editor/calendar/next-term.ts';

test.for([
  { id: '2012-13/autumn', next: '2012-13/spring', from: '2013-01-06' },
  { id: '2012-13/spring', next: '2012-13/summer', from: '2013-04-18' },
  { id: '2012-13/summer', next: '2013-14/autumn', from: '2013-09-02' },
  { id: '2098-99/summer', next: '2099-00/autumn', from: '2099-09-02' },
])('after $id comes $next', ({ id, next, from }) => {
  expect(termAfter({ id })).toMatchObject({ id: next, from });
});

test('a term in words', () => {
  expect(termInWords('2012-13/autumn')).toBe('Autumn term 2012/13');
});
