/** A run of text. A value can be changed where it stands; one that names a parameter is changed there. */
export interface Token {
  readonly text: string;
  readonly kind: 'plain' | 'value';
  readonly parameter?: string;
}

export type Words = readonly Token[];

export function plain(text: string): Words {
  return text === '' ? [] : [{ text, kind: 'plain' }];
}

/** A value written in the rule itself, or the one a parameter holds. */
export function value(text: string, parameter?: string): Words {
  return [parameter === undefined ? { text, kind: 'value' } : { text, kind: 'value', parameter }];
}

/** Plain text that stands together is one token. */
export function joined(parts: readonly Words[]): Words {
  const tokens: Token[] = [];
  for (const token of parts.flat()) {
    const last = tokens.at(-1);
    if (token.text === '') continue;
    if (last?.kind === 'plain' && token.kind === 'plain')
      tokens[tokens.length - 1] = { text: last.text + token.text, kind: 'plain' };
    else tokens.push(token);
  }
  return tokens;
}

/** Words from a template: what is put in is text or words. */
export function say(strings: TemplateStringsArray, ...values: readonly (string | Words)[]): Words {
  return joined(
    strings.flatMap((text, at) => {
      const put = values[at];
      return [plain(text), typeof put === 'string' ? plain(put) : (put ?? [])];
    }),
  );
}

/** Puts words in the one place that a phrase leaves open. */
export function around(phrase: (threshold: string) => string, words: Words): Words {
  const [before = '', after = ''] = phrase('\n').split('\n');
  return joined([plain(before), words, plain(after)]);
}

/** "one, two and three". */
export function listed(items: readonly Words[], joiner = ' and '): Words {
  return joined(
    items.flatMap((item, at) => {
      if (at === 0) return [item];
      return [plain(at === items.length - 1 ? joiner : ', '), item];
    }),
  );
}

export function textOf(words: Words): string {
  return words.map(({ text }) => text).join('');
}

/** The same words with a capital at the front. */
export function opening(words: Words): Words {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
