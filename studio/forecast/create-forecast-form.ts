import { useNavigate, useSearchParams } from '@solidjs/router';
import { untrack } from 'solid-js';
import { forecastAddress } from '../addresses.ts';
import { dayTyped } from '../day-typed.ts';
import { isDay } from '../impact/is-day.ts';
import { createForm, type Form } from '../ui/create-form.ts';
import { isoDay, keptDay } from '../ui/day-text.ts';

export type ForecastField = 'version' | 'day' | 'cohort';
export type ForecastForm = Form<ForecastField>;

/** What the address asks, whole. */
export interface AskedOf {
  readonly id: string;
  readonly version: string;
  readonly asOf: string;
  readonly cohort: string;
}

/** What is asked, which stands in the address, and the form that it is asked by. */
export function createForecastForm() {
  const navigate = useNavigate();
  const [search] = useSearchParams<{ version: string; 'as-of': string; cohort: string }>();
  const asked = (): AskedOf | undefined => {
    const { version: named = '', 'as-of': asOf = '', cohort = '' } = search;
    const [id = '', version = ''] = named.split('@');
    return id === '' || version === '' || cohort === '' || !isDay(asOf)
      ? undefined
      : { id, version, asOf, cohort };
  };
  const begun = untrack(() => ({ ...search }));
  const day = begun['as-of'] ?? '';
  const form = createForm<ForecastField>({
    id: 'forecast',
    fields: {
      version: begun.version ?? '',
      day: isDay(day) ? keptDay(dayTyped(day)) : '//',
      cohort: begun.cohort ?? '',
    },
    check: (typed) => ({
      ...(typed.version === '' && { version: 'choose a version' }),
      ...(isoDay(typed.day) === undefined && { day: 'enter a day that there is' }),
      ...(typed.cohort === '' && { cohort: 'choose a cohort' }),
    }),
    send: ({ version, day: typed, cohort }) => {
      navigate(forecastAddress({ version, 'as-of': isoDay(typed) ?? '', cohort }), { scroll: false });
      return Promise.resolve({});
    },
  });
  return { form, asked };
}
