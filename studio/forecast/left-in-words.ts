import { counted } from '../ui/number-in-words.ts';

interface Going {
  readonly done: number;
  readonly all: number;
  /** Milliseconds. */
  readonly spent: number;
}

/** Families after which it can be said how long the rest will take. */
const enough = 20;
const MINUTE = 60_000;

/** How much longer it will take, as a sentence after another; empty while too little is known. */
export function leftInWords({ done, all, spent }: Going): string {
  if (done < enough) return '';
  const left = (spent / done) * (all - done);
  return left < MINUTE
    ? ' Less than a minute is left.'
    : ` About ${counted(Math.ceil(left / MINUTE), 'minute is', 'minutes are')} left.`;
}
