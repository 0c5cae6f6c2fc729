import { InvalidArgumentError } from 'commander';
import { isRateName, nearest, type RateName, rateNames, syntheticProfiles } from '../../engine/index.ts';
import { isPath } from './opened.ts';

function meant(word: string, known: readonly string[]): string {
  const suggestion = nearest(word, known);
  return suggestion === undefined ? '' : ` (Did you mean ${suggestion}?)`;
}

/** 0, 1, 2 … up to the largest that can be counted exactly. */
export function whole(text: string): number {
  const number = Number(text);
  if (/^\d{1,16}$/.test(text) && number <= Number.MAX_SAFE_INTEGER) return number;
  throw new InvalidArgumentError(`It is not a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}

/** The id of a profile there is, or a path. */
export function profileName(text: string): string {
  const ids = syntheticProfiles.map(({ id }) => id);
  if (isPath(text) || ids.includes(text)) return text;
  const known = ids.join(', ');
  throw new InvalidArgumentError(`The profiles are ${known}, or a file.${meant(text, ids)}`);
}

/** `name=value`, added to those given before it. */
export function rate(text: string, before: ReadonlyMap<RateName, number> = new Map()): Map<RateName, number> {
  const [name = '', value = ''] = text.split(/=(.*)/s);
  if (!isRateName(name)) {
    throw new InvalidArgumentError(`No rate is named '${name}'.${meant(name, rateNames)}`);
  }
  if (!/^(0|1|0?\.\d+|1\.0+|0\.\d+)$/.test(value)) {
    throw new InvalidArgumentError('A rate is a number from 0 to 1, such as 0.25.');
  }
  return new Map([...before, [name, Number(value)]]);
}
