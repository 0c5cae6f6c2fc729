import { describe, expect, test } from 'vitest';
import { familiesOf } from '../builders/synthetic.ts';
import { authorised } from '../builders/http.ts';
import { keepingApp, somebody } from '../builders/kept.ts';
import { databases } from '../builders/stores.ts';

interface Listed {
  readonly record: string;
  readonly answer: {
    readonly asOf: string;
    readonly criteria: readonly { readonly id: string; readonly verdict: string }[];
    readonly outcomes: readonly {
      readonly id: string;
      readonly verdict: string;
      readonly parts: readonly { readonly id: string; readonly verdict: string }[];
    }[];
  };
}
interface Page {
  readonly count: number;
  readonly decisions: readonly Listed[];
  readonly next: string | null;
  readonly counts?: unknown;
}

const ndjson = { ...authorised, 'content-type': 'application/x-ndjson' };
const make = familiesOf('hertfordshire', 3);
const families = Array.from({ length: 150 }, (_, at) => JSON.stringify(make(at))).join('\n');

describe.each(databases)('$name', (database) => {
  test('kept decisions are found by any verdict, page by page, and by what they rest on', async () => {
    const { ask, asking, keep } = await keepingApp(database);
    const batch = '/evaluations/batch?ruleset=phase-1&version=1.0.0&asOf=2014-03-01&keep=withhold&brief=true';
    await ask(batch, { method: 'POST', headers: ndjson, body: families });
    await keep({ ruleset: { id: 'phase-2', version: '1.0.0' }, asOf: '2016-03-01' });
    const find = async (query: string) => (await ask(`/decisions?${query}`)).body as unknown as Page;

    const every = await find('ruleset=phase-1&limit=200');
    expect(every.count).toBe(150);
    const met = every.decisions.filter(
      ({ answer }) => answer.criteria.find(({ id }) => id === 'education')?.verdict === 'met',
    );
    expect(met.length).toBeGreaterThan(0);
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const page = await find(`ruleset=phase-1&node=education&verdict=met&limit=7${cursor}`);
      expect(page.count).toBe(met.length);
      found.push(...page.decisions.map(({ record }) => record));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(found).toEqual(met.map(({ record }) => record));

    const both = await find(
      'ruleset=phase-1&node=education&verdict=met&node=crime&verdict=not-met&limit=200',
    );
    expect(both.count).toBe(
      met.filter(({ answer }) => answer.criteria.find(({ id }) => id === 'crime')?.verdict === 'not-met')
        .length,
    );

    const outcome = 'crime-and-education';
    const parts = every.decisions[0]?.answer.outcomes.find(({ id }) => id === outcome)?.parts ?? [];
    const because = await Promise.all(
      parts.map(async ({ id }) => {
        const place = `${outcome}.${id}`;
        return (await find(`ruleset=phase-1&node=${outcome}&verdict=met&onlyBecause=${place}&limit=200`))
          .count;
      }),
    );
    const expected = parts.map(
      (part) =>
        every.decisions.filter(({ answer }) => {
          const one = answer.outcomes.find(({ id }) => id === outcome);
          const held = one?.parts.find(({ id }) => id === part.id);
          return one?.verdict === 'met' && held?.verdict === 'not-applicable';
        }).length,
    );
    expect(because).toEqual(expected);
    expect(Math.max(...because)).toBeGreaterThan(0);

    const count = async (query: string) => (await find(query)).count;
    expect(await count('asOfFrom=2014-03-02')).toBe(1);
    expect(await count('asOfTo=2014-03-01')).toBe(0);
    expect(await count('who=key:k-1')).toBe(151);
    expect(await count('family=F-001')).toBe(1);
    expect(await count('family=F-00')).toBe(0);
    expect(await count('keptTo=2020-01-01T00:00:00Z')).toBe(0);
    expect(await count('superseded=true')).toBe(0);
    expect(await count('superseded=false')).toBe(151);
    expect(await count('node=no-such-place&verdict=met')).toBe(0);
    const [first] = every.decisions as unknown as readonly {
      vocabularyHash: string;
      calendarHashes: object;
    }[];
    expect(await count(`restsOn=${first?.vocabularyHash ?? ''}`)).toBe(151);
    expect(await count(`restsOn=${String(Object.values(first?.calendarHashes ?? {})[0])}`)).toBe(151);

    asking.principal = somebody('Oxfordshire');
    expect(await find('')).toEqual({ count: 0, decisions: [], next: null });
    asking.principal = somebody('national');
    expect(await find('')).toMatchObject({
      decisions: [],
      counts: [{ authority: 'Harrow', decisions: 151 }],
    });
  });

  test.for([
    { why: 'a node without its verdict', query: 'node=crime', pointer: '/verdict' },
    { why: 'onlyBecause without a node', query: 'onlyBecause=x', pointer: '/onlyBecause' },
    {
      why: 'onlyBecause of what is not met',
      query: 'node=crime&verdict=unknown&onlyBecause=x',
      pointer: '/onlyBecause',
    },
    { why: 'a page too long', query: 'limit=201', pointer: '/limit' },
  ])('refused: $why', async ({ query, pointer }) => {
    const { ask } = await keepingApp(database);
    const { status, body } = await ask(`/decisions?${query}`);
    expect([status, body['findings']]).toMatchObject([400, [{ pointer }]]);
  });
});
