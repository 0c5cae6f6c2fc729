import { describe, expect, test } from 'vitest';
import { statementIn } from '../../server/claims/statement-csv.ts';

const read = (text: string) => {
  const found = statementIn(text);
  return found.ok ? found.value : found.error.map(({ code, line }) => [code, line]);
};

describe('a statement as tables are written', () => {
  const line = { claim: 'c-1', pence: 320_000, on: '2015-02-20' };
  test.for<[string, string]>([
    ['commas', 'claim,pounds,on\nc-1,3200,2015-02-20\n'],
    ['a byte-order mark, semicolons and days first', '\uFEFFclaim;pounds;on\r\nc-1;3200.00;20/2/2015\r\n'],
    ['tabs and dots', 'claim\tpence\ton\nc-1\t320000\t20.02.2015'],
    ['signs and commas in pounds', 'Claim,Pounds,On\nc-1,"£3,200.00",20/02/2015\n\n'],
  ])('%s', ([, text]) => {
    expect(read(text)).toEqual([line]);
  });

  test('by family and payment, and a claim where the line names one', () => {
    expect(
      read('claim,family,payment,pence,on\n,F-1,attachment-fee,5,2015-02-20\nc-2,,,6,2015-02-20'),
    ).toEqual([
      { family: 'F-1', payment: 'attachment-fee', pence: 5, on: '2015-02-20' },
      { claim: 'c-2', pence: 6, on: '2015-02-20' },
    ]);
  });

  test.for(['phase,localAuthority', 'Phase,Local authority'])('narrowed, or not: %s', (columns) => {
    const rows = [',F-1,fee,2,Brent,5,2015-02-20', ',F-1,fee,,,5,2015-02-20', 'c-2,,,2,Brent,5,2015-02-20'];
    const line = { pence: 5, on: '2015-02-20' };
    const family = { family: 'F-1', payment: 'fee' };
    expect(read(['claim,family,payment,' + columns + ',pence,on', ...rows].join('\n'))).toEqual([
      { ...family, phase: 2, localAuthority: 'Brent', ...line },
      { ...family, ...line },
      { claim: 'c-2', ...line },
    ]);
  });

  test('without a line it pays nothing', () => {
    expect(read('claim,pence,on\n')).toEqual([]);
  });
});

describe('what cannot be read is said by its line, all of it', () => {
  test.for<[string, string, [string, number][]]>([
    [
      'a name that is nearly one',
      'claim,pounds,om\nc-1,1,2015-02-20',
      [
        ['unknown-column', 1],
        ['missing-column', 1],
      ],
    ],
    ['a column twice', 'claim,claim,pence,on\na,b,1,2015-02-20', [['duplicate-column', 1]]],
    ['nobody named', 'family,pence,on\nF-1,1,2015-02-20', [['missing-column', 1]]],
    ['both amounts', 'claim,pounds,pence,on\nc,1,1,2015-02-20', [['missing-column', 1]]],
    [
      'rows',
      'claim,pounds,on\nc-1,0,2015-02-20\nc-2,1.5,2015-02-30\n,1,2015-02-20',
      [
        ['not-an-amount', 2],
        ['not-an-amount', 3],
        ['not-a-day', 3],
        ['nobody-named', 4],
      ],
    ],
    ['no phase', 'family,payment,phase,pence,on\nF,fee,two,1,2015-02-20', [['not-a-phase', 2]]],
    [
      'a line too many',
      `claim,pence,on\n\n${'c,1,2015-02-20\n'.repeat(20_001)}`,
      [['too-many-lines', 20_003]],
    ],
    ['too long', ' '.repeat(2_000_001), [['too-long', 1]]],
    ['a formula', 'claim,pounds,on\nc-1,=1+1,2015-02-20', [['not-an-amount', 2]]],
    ['a cell too many', 'claim,pounds,on\nc-1,1,2015-02-20,more', [['not-a-table', 2]]],
    ['a quote that is open', 'claim,pounds,on\n"c-1,1,2015-02-20', [['not-a-table', 2]]],
  ])('%s', ([, text, findings]) => {
    expect(read(text)).toEqual(findings);
  });
});
