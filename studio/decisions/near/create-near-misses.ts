import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, onCleanup } from 'solid-js';
import { nearMissesAddress } from '../../addresses.ts';
import type { Answer, NearMiss } from '../../api.ts';
import { focusOn } from '../../editor/focus-on.ts';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';
import { createForm } from '../../ui/create-form.ts';
import { FOUND } from '../filter/create-filter-form.ts';
import { addressWith, type Filter, firstIn, withoutParts } from '../filter/filter.ts';
import { type FilterField, fieldsOf, filterTyped, mistakesInFilter } from '../filter/filter-fields.ts';

/** So many decisions are looked at before it is asked whether to go on. */
const MOST = 1000;

/** Near misses among the decisions that were looked at, and where to go on. */
export interface Looked {
  readonly looked: number;
  readonly found: readonly NearMiss[];
  readonly next: string | null;
}

/** What the near misses are of, and where in the list of decisions they are looked for from. */
export function createNearAsked(filter: () => Filter) {
  const [search] = useSearchParams();
  const of = () => firstIn(search, 'of') ?? 'eligibility';
  const cursor = () => firstIn(search, 'cursor');
  const question = createMemo(() => {
    if (filter().version === undefined) return undefined;
    const from = cursor();
    return { ...withoutParts(filter()), of: of(), ...(from === undefined ? {} : { cursor: from }) };
  });
  return {
    of,
    cursor,
    question,
    about: () => withoutParts(filter()),
    place: () => firstIn(search, 'place'),
    search,
  };
}
export type NearAsked = ReturnType<typeof createNearAsked>;

/** A form of what near misses are looked for; looking is an address. */
export function createNearForm(filter: () => Filter, { of }: NearAsked) {
  const navigate = useNavigate();
  const form = createMemo(() => {
    const was = filter();
    return createForm<FilterField | 'of'>({
      id: 'near',
      fields: { ...fieldsOf({ ...was, parts: [] }), because: '', of: of() },
      check: (typed) => ({
        ...mistakesInFilter(typed),
        ...(!typed.rules.includes('@') && { rules: 'Choose a version of the rules' }),
        ...(typed.of === '' && { of: 'Choose a part of the rules' }),
      }),
      send: (typed) => {
        const said = { ...withoutParts(filterTyped(typed, was)), of: typed.of };
        navigate(addressWith(nearMissesAddress, said), { scroll: false });
        focusOn(FOUND);
        return Promise.resolve({});
      },
    });
  });
  return form;
}
export type NearForm = ReturnType<ReturnType<typeof createNearForm>>;

/** Near misses, looked for page by page until all are looked at, or many are, or it is stopped. */
export function createNearMisses({ question }: NearAsked) {
  const { client } = useSession();
  const [looked, setLooked] = createSignal(0);
  const [stopped, setStopped] = createSignal(false);
  const stop = () => {
    setStopped(true);
  };
  onCleanup(stop);
  const answer = createAnswer('near misses', question, async (asked): Promise<Answer<Looked>> => {
    setStopped(false);
    setLooked(0);
    let so: Looked = { looked: 0, found: [], next: null };
    for (let cursor = asked.cursor; ;) {
      const query = { ...asked, ...(cursor === undefined ? {} : { cursor }) };
      const response = await client['decision-near-misses'].$get({ query });
      if (response.status !== 200) return { ok: false, problem: await response.json() };
      const page = await response.json();
      so = { looked: so.looked + page.looked, found: [...so.found, ...page.nearMisses], next: page.next };
      setLooked(so.looked);
      if (page.next === null || so.looked >= MOST || stopped()) return { ok: true, value: so };
      cursor = page.next;
    }
  });
  return { ...answer, looked, stop };
}
