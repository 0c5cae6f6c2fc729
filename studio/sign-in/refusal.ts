import type { Problem } from '../api.ts';

type Findings = Pick<Problem, 'findings'>;

/** What the server finds wrong, by the field that each pointer names. */
export function byField<Name extends string>(
  { findings = [] }: Findings,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const found = (name: Name) => findings.find(({ pointer }) => pointer === `/${name}`);
  return Object.fromEntries(
    names.flatMap((name) => {
      const message = found(name)?.message;
      return message === undefined ? [] : [[name, message]];
    }),
  ) as Partial<Record<Name, string>>;
}

const plural = new Intl.PluralRules('en-GB');
const counted = (count: number, one: string) =>
  `${String(count)} ${plural.select(count) === 'one' ? one : `${one}s`}`;

/** Seconds as a person says them, never less than there are. */
export function waitInWords(seconds: number): string {
  return seconds <= 60 ? counted(Math.max(seconds, 1), 'second') : counted(Math.ceil(seconds / 60), 'minute');
}
