import { useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, untrack } from 'solid-js';
import type { Overview } from '../api.ts';
import type { Trying } from '../addresses.ts';
import { noDay, typedDay } from '../day-text.ts';
import { type Trial, type Way, ways } from './create-trial.ts';
import { casesOf } from './given-case.ts';
import { madeFamilies, madeNamed } from './made-family.ts';

/** What an address says, with whatever it leaves out. */
function addressOf(trial: Trial): Required<Omit<Trying, 'with'>> {
  const origin = trial.family.origin();
  return {
    version: trial.typed.version === '' ? undefined : trial.typed.version,
    'as-of': trial.asOf(),
    restate: trial.restate(),
    made: origin?.kind === 'made' ? origin.name : undefined,
    case: origin?.kind === 'case' ? origin.id : undefined,
    by: trial.way() === 'form' ? undefined : trial.way(),
  };
}

const isWay = (text: string | undefined): text is Way => ways.some((way) => way === text);

function useMade(trial: Trial, name: string) {
  const made = madeNamed(name);
  const family = made && madeFamilies(made.profile, made.seed)?.(made.index);
  if (family === undefined) return;
  trial.give({ what: `Using made family ${name}`, family: { ...family }, origin: { kind: 'made', name } });
}

/**
 * Holds the address and the trial to each other: what an address says is tried, and what is tried can be sent as an address.
 * Of a family only what it was made from stands there, never a record.
 */
export function createAddress(
  trial: Trial,
  overview: () => Overview | undefined,
  more: () => Partial<Trying> = () => ({}),
) {
  const [search, setSearch] = useSearchParams<{ [key in keyof Trying]: string }>();
  const known = createMemo(
    () => overview()?.rulesets.flatMap(({ id, versions }) => versions.map((one) => `${id}@${one}`)) ?? [],
  );
  /** A case is known only when its version is read. */
  let wantedCase: string | undefined;
  const take = () => {
    const { version, made, restate, by } = search;
    const asOf = search['as-of'];
    if (version !== undefined) trial.setTyped('version', version);
    if (asOf !== undefined) trial.setTyped('asOf', typedDay(asOf));
    if (restate !== undefined) trial.setTyped('restate', restate === '' ? noDay() : typedDay(restate));
    if (isWay(by)) trial.setWay(by);
    const held = trial.family.origin();
    if (made !== undefined && !(held?.kind === 'made' && held.name === made)) useMade(trial, made);
    if (search.case !== undefined && !(held?.kind === 'case' && held.id === search.case))
      wantedCase = search.case;
  };
  untrack(take);
  createEffect(() => {
    const version = trial.reading.value();
    if (version === undefined || wantedCase === undefined) return;
    const one = casesOf(version).find(({ id }) => id === wantedCase);
    wantedCase = undefined;
    const family = one?.family();
    if (one === undefined || family === undefined) return;
    const origin = { kind: 'case', id: one.id } as const;
    const days = { asOf: one.asOf, restate: one.restateAttachment ?? null };
    untrack(() => {
      trial.give({ what: `Using the case “${one.name}”`, family, origin, ...days });
    });
  });
  const says = createMemo(() => ({ ...addressOf(trial), ...more() }), undefined, {
    equals: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  createEffect(() => {
    const address = says();
    // The address is whatever stands there until the case that it names has been read.
    if (wantedCase === undefined) setSearch(address, { replace: true, scroll: false });
  });
  /** A version that the address names and that there is not. */
  return {
    unknownVersion: () => {
      const { version } = trial.typed;
      return overview() !== undefined && version !== '' && !known().includes(version) ? version : undefined;
    },
  };
}
