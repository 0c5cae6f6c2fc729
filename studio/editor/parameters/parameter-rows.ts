import { dayInWords, lastDayInWords } from '../../day-in-words.ts';
import { isStanding, type Standing } from '../../reading/standing-tag.tsx';
import { kindInWords } from '../names.ts';
import type { Rules } from '../rules.ts';
import { memberOf, textOf, valueAt } from '../value.ts';
import { isDay, isUnit, unitRows, valueInWords } from './units.ts';
import { type Held, heldBy, heldOn } from './value-on-day.ts';

/** One value of a parameter as the table says it. */
export interface ParameterRow {
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly standing: Standing | undefined;
}

const dayOr = (day: string) => (isDay(day) ? dayInWords(day) : day);

function spanOf({ from, to }: Held): Pick<ParameterRow, 'from' | 'to'> {
  if (from === undefined) return { from: 'Every day', to: 'Every day' };
  return { from: dayOr(from), to: to === undefined ? 'No end' : isDay(to) ? lastDayInWords(to) : to };
}

/** A source by the title of its document, and the place in it. */
function sourceInWords(document: unknown, source: unknown): string {
  const ref = textOf(memberOf(source, 'ref'));
  const title = textOf(valueAt(document, ['sources', ref, 'title'])) || ref;
  const at = textOf(memberOf(source, 'at'));
  return at === '' ? title : `${title}, ${at}`;
}

export const unitInWords = (unit: string): string => (isUnit(unit) ? unitRows[unit].word : unit);

/** The values of a parameter in order, or the one that holds on a day; where there is none, a row that says so. */
export function parameterRows(
  rules: Rules,
  parameter: unknown,
  day: string | undefined,
): readonly ParameterRow[] {
  const held =
    day === undefined ? heldBy(parameter) : [heldOn(parameter, day)].filter((one) => one !== undefined);
  if (held.length === 0)
    return [{ value: 'No value on that day', from: '', to: '', source: '', standing: undefined }];
  const unit = textOf(memberOf(parameter, 'unit'));
  return held.map((one) => {
    const own = one.at === undefined ? undefined : valueAt(parameter, ['values', one.at, 'source']);
    const source = own ?? memberOf(parameter, 'source');
    const standing = textOf(memberOf(source, 'standing'));
    return {
      ...spanOf(one),
      value: valueInWords(one.value, unit, (kind) => kindInWords(rules, kind)),
      source: sourceInWords(rules.document(), source),
      standing: isStanding(standing) ? standing : undefined,
    };
  });
}
