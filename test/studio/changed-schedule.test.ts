import { expect, test } from 'vitest';
import { changedSchedule, countTyped, typedOf } from '../../studio/programme/changed-schedule.ts';

const schedule = {
  columns: [{ label: 'A', from: '2012-07-01', engaged: 39 }, { label: 'B' }],
  ...{ leavesAfter: 3, claimableAfter: 5, note: 'kept' },
};

test('what is typed over a schedule is all that changes', () => {
  const typed = typedOf(schedule);
  expect(typed).toEqual({
    columns: [
      { label: 'A', engaged: '39' },
      { label: 'B', engaged: '' },
    ],
    ...{ leavesAfter: '3', claimableAfter: '5' },
  });
  expect(changedSchedule(schedule, typed)).toEqual(schedule);
  const columns = [
    { label: 'A', engaged: ' ' },
    { label: 'B', engaged: '1,200' },
  ];
  expect(
    JSON.parse(JSON.stringify(changedSchedule(schedule, { ...typed, columns, leavesAfter: '4' }))),
  ).toEqual({
    columns: [
      { label: 'A', from: '2012-07-01' },
      { label: 'B', engaged: 1200 },
    ],
    ...{ leavesAfter: 4, claimableAfter: 5, note: 'kept' },
  });
});

test.for([
  ['39', 39],
  [' 1,350 ', 1350],
  ['0', 0],
  ['', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['a few', undefined],
] as const)('`%s` is a number of families: %s', ([text, number]) => {
  expect(countTyped(text)).toBe(number);
});
