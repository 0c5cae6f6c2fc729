import { nearest } from '../../../engine/index.ts';
import type { Column } from './tables.ts';
import { quoted, type Wrong } from './row.ts';

/** What a cell says: a JSON value, or what is wrong with it. */
export type Said = { readonly value: unknown } | { readonly wrong: Wrong };

const iso = /^\d{4}-\d{2}-\d{2}$/;
const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** How a cell writes a day; undefined where it writes none. */
export function dayForm(text: string): 'iso' | 'day-first' | undefined {
  if (iso.test(text)) return 'iso';
  return dayFirst.test(text) ? 'day-first' : undefined;
}

function dayIn(text: string): string {
  const [, day = '', month = '', year = ''] = dayFirst.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const answers: Readonly<Record<string, boolean>> = {
  ...{ yes: true, y: true, true: true, '1': true },
  ...{ no: false, n: false, false: false, '0': false },
};

function yesNoIn(text: string): Said {
  const word = text.toLowerCase();
  const value = Object.hasOwn(answers, word) ? answers[word] : undefined;
  if (value !== undefined) return { value };
  const suggestion = nearest(text, ['yes', 'no', 'true', 'false']);
  return { wrong: { code: 'not-yes-or-no', message: `${quoted(text)} is not yes or no`, suggestion } };
}

const number = /^-?\d+(\.\d+)?$/;
const grouped = /^-?\d{1,3}(,\d{3})+$/;

function wholeIn(text: string): Said {
  if (number.test(text)) return { value: Number(text) };
  const plain = text.replaceAll(/[,\s£]/g, '');
  const suggestion = grouped.test(text) || number.test(plain) ? plain : undefined;
  return { wrong: { code: 'not-a-number', message: `${quoted(text)} is not a whole number`, suggestion } };
}

/** What a cell that is not blank says in its column. Nothing is guessed: what cannot be read is left to be refused. */
export function readCell(text: string, { form, none }: Column): Said {
  if (none !== undefined && text === none) return { value: null };
  switch (form) {
    case 'text':
      return { value: text };
    case 'day':
      return { value: dayIn(text) };
    case 'yes-no':
      return yesNoIn(text);
    case 'whole':
      return wholeIn(text);
    case 'list':
      return { value: text.split('|').map((name) => name.trim()) };
  }
}
