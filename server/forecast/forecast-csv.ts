import { forecastRows } from '../../engine/index.ts';
import { csvText } from '../cohorts/csv-cell.ts';
import type { ForecastAnswer } from './forecast-families.ts';

/** A forecast as a table: a row for each claim window, each of its payments, and in all. */
export function forecastCsv(found: Pick<ForecastAnswer, 'windows' | 'total'>): string {
  return csvText(forecastRows(found));
}
