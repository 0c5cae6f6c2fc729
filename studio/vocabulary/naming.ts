import { freeId, idFrom } from '../editor/ids.ts';

/** How things of a kind are named in a vocabulary. */
export interface Naming {
  readonly form: RegExp;
  /** What is to be typed, where something else was. */
  readonly wrong: string;
  /** A name out of words that none of the taken has; empty where the words make none. */
  readonly propose: (words: string, taken: ReadonlySet<string>) => string;
}

const hyphened = (words: string, taken: ReadonlySet<string>) => {
  const id = idFrom(words);
  return id === '' ? '' : freeId(id, taken);
};

/** Words run together, each but the first with a capital, and a number behind it where that is taken. */
function runTogether(words: string, taken: ReadonlySet<string>): string {
  const wanted = idFrom(words).replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (wanted === '' || !taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}${number}`)) return `${wanted}${number}`;
}

export const naming = {
  recordType: {
    form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    wrong: 'enter an id of lower-case words joined by hyphens, such as `school-visit`',
    propose: hyphened,
  },
  value: {
    form: /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
    wrong:
      'enter an id of letters, digits and hyphens that begins with a letter, such as `fixed-term` or `JSA`',
    propose: hyphened,
  },
  field: {
    form: /^[a-z][A-Za-z0-9]*$/,
    wrong: 'enter words run together, the first with a small letter, such as `becauseExcluded`',
    propose: runTogether,
  },
} as const satisfies Readonly<Record<string, Naming>>;

/** What keeps an id from being given, where something does. */
export function wrongWith(
  id: string,
  { form, wrong }: Naming,
  taken: ReadonlySet<string>,
): string | undefined {
  if (!form.test(id)) return wrong;
  return taken.has(id) ? `\`${id}\` is there already, and no id is used twice` : undefined;
}
