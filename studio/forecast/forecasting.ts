import type { Rules } from '../decide/asked.ts';
import {
  compileChecked,
  type Day,
  type FamilyForecast,
  familyParser,
  forecastOf,
  type OpenWindow,
} from '../engine.ts';
import { isObject } from '../family/family-document.ts';

/** What is asked of every family. */
export interface ForecastQuestion {
  readonly rules: Rules;
  /** In order, none closed by the day. */
  readonly windows: readonly OpenWindow[];
  readonly asOf: Day;
}

/** Families that are handed over together: a batch of lines, numbered from 0. */
export interface Batch {
  readonly number: number;
  readonly lines: readonly string[];
}

/** What a worker is told: the question once, and then families. */
export type ToForecaster = { readonly question: ForecastQuestion } | { readonly batch: Batch };

/** What is forecast of one family, or why the rules cannot read it. */
export type Told =
  | { readonly id: string; readonly forecast: FamilyForecast }
  | { readonly id: string; readonly wrong: string };

/** What came of a batch. */
export interface FromForecaster {
  readonly number: number;
  readonly told: readonly Told[];
}

/** Forecasts families one by one, each a line of JSON. */
export function forecaster({ rules: { checked }, windows, asOf }: ForecastQuestion): (line: string) => Told {
  const compiled = compileChecked(checked);
  const parse = familyParser(checked.vocabulary);
  return (line) => {
    const document: unknown = JSON.parse(line);
    const id = isObject(document) && typeof document['id'] === 'string' ? document['id'] : '';
    const family = parse(document);
    if (family.ok) return { id, forecast: forecastOf(compiled, family.value, { asOf, windows }) };
    const [first] = family.error;
    return { id, wrong: first === undefined ? '' : `${first.pointer}: ${first.message}` };
  };
}
