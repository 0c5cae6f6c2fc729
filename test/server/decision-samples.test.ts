import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { authorised, json } from '../builders/http.ts';
import { keepingApp, somebody } from '../builders/kept.ts';
import { databases } from '../builders/stores.ts';
import { familiesOf } from '../builders/synthetic.ts';

interface Listed {
  readonly record: string;
  readonly family: { readonly id: string };
  readonly answer: {
    readonly criteria: readonly { readonly id: string; readonly verdict: string }[];
    readonly eligibility: { readonly verdict: string };
    readonly totalDuePence: number;
    readonly totalPossiblePence: number;
  };
}
interface Sample {
  readonly population: { readonly decisions: number; readonly sha256: string };
  readonly risks: readonly object[];
  readonly sample: readonly { readonly record: string; readonly weight: number; readonly family: string }[];
}
interface Combinations {
  readonly decisions: number;
  readonly more: number;
  readonly combinations: readonly {
    readonly criteria: Listed['answer']['criteria'];
    readonly decisions: number;
    readonly eligibility: Readonly<Record<string, number>>;
    readonly duePence: number;
    readonly possiblePence: number;
  }[];
}
interface NearMisses {
  readonly looked: number;
  readonly nearMisses: readonly {
    readonly record: string;
    readonly places: readonly string[];
    readonly howFar: readonly {
      readonly node: string;
      readonly value: { readonly most: unknown };
      readonly threshold: unknown;
    }[];
  }[];
  readonly next: string | null;
}
interface Replays {
  readonly results: readonly { readonly record: string; readonly replayed: { readonly result: string } }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
}

const ndjson = { ...authorised, 'content-type': 'application/x-ndjson' };
const make = familiesOf('hertfordshire', 5);
const families = Array.from({ length: 120 }, (_, at) => JSON.stringify(make(at))).join('\n');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Draws as the contract says it, knowing nothing of the product: by whole numbers where all weigh the same. */
function byHand(records: readonly string[], seed: string, size: number): string[] {
  const ticket = (record: string) => BigInt(`0x${sha256(`${seed}\n${record}`).slice(0, 13)}`);
  return records
    .map((record) => ({ record, ticket: ticket(record) }))
    .toSorted((one, other) => (one.ticket < other.ticket ? 1 : -1))
    .slice(0, size)
    .map(({ record }) => record);
}

async function kept(database: (typeof databases)[number]) {
  const app = await keepingApp(database);
  const batch = '/evaluations/batch?ruleset=phase-1&version=1.0.0&asOf=2014-03-01&keep=family&brief=true';
  await app.ask(batch, { method: 'POST', headers: ndjson, body: families });
  const every = (await app.ask('/decisions?limit=200')).body as unknown as { decisions: Listed[] };
  const sample = async (query: string) =>
    (await app.ask(`/decision-samples?${query}`)).body as unknown as Sample;
  return { ...app, every: every.decisions, records: every.decisions.map(({ record }) => record), sample };
}

describe.each(databases)('$name', (database) => {
  test('a sample is drawn again by whoever has its seed, and by hand', async () => {
    const { records, sample, asking } = await kept(database);
    const drawn = await sample('seed=spring%20audit&percent=10');
    expect(drawn.sample.map(({ record }) => record)).toEqual(byHand(records, 'spring audit', 12));
    expect(drawn.population).toEqual({ decisions: 120, sha256: sha256([...records].sort().join('\n')) });
    expect(await sample('seed=spring%20audit&percent=10')).toEqual(drawn);
    const other = await sample('seed=autumn&percent=10');
    expect(other.population).toEqual(drawn.population);
    expect(other.sample.map(({ record }) => record)).toEqual(byHand(records, 'autumn', 12));

    const sizes = await Promise.all(
      ['percent=0', 'percent=0.01', 'percent=10.01', 'percent=1&minimum=5', 'minimum=119', 'minimum=121'].map(
        async (query) => (await sample(`seed=s&${query}`)).sample.length,
      ),
    );
    expect(sizes).toEqual([0, 1, 13, 5, 119, 120]);

    asking.principal = somebody('Oxfordshire');
    expect((await sample('seed=s&percent=100')).population.decisions).toBe(0);
  });

  test('what weighs more is drawn sooner, and a filter comes before', async () => {
    const { every, sample } = await kept(database);
    const met = every.filter(({ answer }) => answer.eligibility.verdict === 'met');
    const isMet = new Set(met.map(({ record }) => record));
    expect(met.length).toBeGreaterThan(10);
    expect(met.length).toBeLessThan(110);
    const plain = await sample('seed=s&percent=100');
    const weighted = await sample('seed=s&percent=100&risk=eligibility:met:999');
    const place = ({ sample: drawn }: Sample) => {
      const at = drawn.flatMap(({ record }, index) => (isMet.has(record) ? [index] : []));
      return at.reduce((sum, index) => sum + index, 0) / at.length;
    };
    expect(place(weighted)).toBeLessThan(met.length / 2 + 5);
    expect(place(plain)).toBeGreaterThan(met.length / 2 + 5);
    expect(weighted.risks).toEqual([
      { node: 'eligibility', verdict: 'met', weight: 999, decisions: met.length },
    ]);
    expect(new Set(weighted.sample.map(({ record, weight }) => `${isMet.has(record)} ${weight}`))).toEqual(
      new Set(['true 1000', 'false 1']),
    );
    const criterion = every.filter(({ answer }) =>
      answer.criteria.some(({ id, verdict }) => id === 'education' && verdict === 'met'),
    );
    const filtered = await sample('seed=s&percent=100&node=education&verdict=met');
    expect(filtered.sample.map(({ record }) => record).sort()).toEqual(
      criterion.map(({ record }) => record).sort(),
    );
  });

  test('combinations of criteria are those of the decisions, with their pounds', async () => {
    const { ask, every } = await kept(database);
    const found = (await ask('/decision-combinations')).body as unknown as Combinations;
    const said = new Map<string, number[]>();
    for (const { answer } of every) {
      const name = JSON.stringify(answer.criteria.map(({ id, verdict }) => [id, verdict]));
      const [decisions = 0, met = 0, due = 0, possible = 0] = said.get(name) ?? [];
      said.set(name, [
        decisions + 1,
        met + (answer.eligibility.verdict === 'met' ? 1 : 0),
        due + answer.totalDuePence,
        possible + answer.totalPossiblePence,
      ]);
    }
    const listed = found.combinations.map((one) => [
      JSON.stringify(one.criteria.map(({ id, verdict }) => [id, verdict])),
      [one.decisions, one.eligibility['met'], one.duePence, one.possiblePence],
    ]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(said));
    expect(found).toMatchObject({ decisions: 120, more: 0 });
    const order = found.combinations.map(({ decisions }) => decisions);
    expect(order).toEqual(order.toSorted((one, other) => other - one));
  });

  test('what is one condition short is named with its condition, page by page', async () => {
    const { ask, every, asking } = await kept(database);
    const notMet = every.filter(({ answer }) => answer.eligibility.verdict === 'not-met');
    const found: NearMisses['nearMisses'][number][] = [];
    let looked = 0;
    for (let cursor = ''; ;) {
      const page = (await ask(`/decision-near-misses?of=eligibility${cursor}`)).body as unknown as NearMisses;
      looked += page.looked;
      found.push(...page.nearMisses);
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(looked).toBe(notMet.length);
    const records = notMet.map(({ record }) => record);
    expect(records.filter((one) => found.some(({ record }) => record === one))).toEqual(
      found.map(({ record }) => record),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(notMet.length);
    expect(found.filter(({ places }) => places.length === 0)).toEqual([]);
    asking.principal = somebody('Oxfordshire');
    expect((await ask('/decision-near-misses?of=eligibility')).body).toEqual({
      ...{ looked: 0, nearMisses: [], next: null },
    });
  });

  test.for([
    { keep: 'family', told: true, why: 'what was found beside what is asked for' },
    { keep: 'withhold', told: false, why: 'nothing of a family that was withheld' },
  ])('how far a near miss is: $why', async ({ keep, told }) => {
    const { ask } = await keepingApp(database);
    const batch = `/evaluations/batch?ruleset=phase-1&version=1.0.0&asOf=2014-03-01&keep=${keep}&brief=true`;
    await ask(batch, { method: 'POST', headers: ndjson, body: families });
    const { nearMisses } = (await ask('/decision-near-misses?of=education')).body as unknown as NearMisses;
    expect(nearMisses.length).toBeGreaterThan(0);
    for (const { places, howFar } of nearMisses) {
      expect(new Set(howFar.map(({ node }) => node))).toEqual(new Set(told ? places : []));
      for (const { value, threshold } of howFar) expect(value.most).not.toBe(threshold);
    }
  });

  test('many decisions are made again at once; those that cannot be, and those that are not here, are told', async () => {
    const { ask, post, keep, every, records } = await kept(database);
    const erased = every[0]?.family.id ?? '';
    const erasing = { method: 'DELETE', headers: json, body: JSON.stringify({ reason: 'asked for' }) };
    expect((await ask(`/families/${erased}`, erasing)).status).toBe(200);
    const withheld = await keep({ keep: 'withhold' });
    const asked = [...records, withheld, 'none'];
    const all = (await post('/decision-replays', { records: asked })).body as unknown as Replays;
    expect(all.results.map(({ record }) => record)).toEqual([...records, withheld]);
    expect(all.missing).toEqual(['none']);
    expect(all.counts).toEqual({
      ...{ same: 119, 'same-result-other-trace': 0, different: 0, 'cannot-be-replayed': 2 },
    });
    const not = all.results.filter(({ replayed }) => replayed.result !== 'same');
    expect(not).toMatchObject([
      { record: records[0], replayed: { why: 'family-erased' } },
      { record: withheld, replayed: { why: 'family-withheld' } },
    ]);
  });

  test.for([
    { why: 'no seed', query: 'percent=5', pointer: '/seed' },
    { why: 'more than all', query: 'seed=s&percent=100.01', pointer: '/percent' },
    { why: 'a share that is none', query: 'seed=s&percent=-1', pointer: '/percent' },
    { why: 'a risk without its weight', query: 'seed=s&risk=education:met', pointer: '/risk' },
    { why: 'a risk that weighs nothing', query: 'seed=s&risk=education:met:0', pointer: '/risk' },
    { why: 'a risk of no verdict', query: 'seed=s&risk=education:maybe:2', pointer: '/risk' },
    { why: 'a node without its verdict', query: 'seed=s&node=crime', pointer: '/verdict' },
    { why: 'no filter of that name', query: 'seed=s&limit=3', pointer: '/limit' },
  ])('refused: $why', async ({ query, pointer }) => {
    const { ask } = await keepingApp(database);
    const { status, body } = await ask(`/decision-samples?${query}`);
    expect([status, body['findings']]).toMatchObject([400, [{ pointer }]]);
  });
});
