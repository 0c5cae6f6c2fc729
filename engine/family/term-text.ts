import { quote } from '../quote.ts';
import { nearest } from '../suggest.ts';
import type { Finding } from './reading.ts';

const seasons = ['autumn', 'spring', 'summer'];
const form = /^(\d{4})-(\d\d)\/(autumn|spring|summer)$/;
const loose = /^(\d{4})\s*[-/]\s*(?:\d\d)?\d\d[^\p{L}\d]+(\p{L}+)$/u;

const twoDigits = (year: number) => String(year % 100).padStart(2, '0');

/** Whether `text` is a school term: an academic year, whose second half follows its first, and its term. */
export function isTerm(text: string): boolean {
  return form.test(text) && (Number(text.slice(0, 4)) + 1) % 100 === Number(text.slice(5, 7));
}

/** Why `text`, which `isTerm` refuses, is no term, and the term that was perhaps meant. */
export function notATerm(text: string): Finding {
  const code = 'not-a-term';
  const [, begins = '', word = ''] = loose.exec(text) ?? [];
  const season = nearest(word, seasons);
  const year = `${begins}-${twoDigits(Number(begins) + 1)}`;
  const suggestion = season === undefined ? undefined : `${year}/${season}`;
  const message = form.test(text)
    ? `${quote(text)} is not a term: the academic year that begins in ${begins} is written ${quote(year)}`
    : `${quote(text)} is not a term: one is written like \`2012-13/autumn\``;
  return { code, message, suggestion };
}
