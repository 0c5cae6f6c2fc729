export type Delimiter = ',' | ';' | '\t';

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** A header longer than this is none. */
const LONGEST_HEADER = 64 * 1024;

/** Where the first line ends, quoted line breaks aside; -1 where it does not yet. */
function endOfHeader(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (unit === '\n' || unit === '\r')) return at;
  }
  return -1;
}

/** The delimiter that parts a header: the one it has most of, outside quotes. A comma where it has none. */
export function delimiterOf(header: string): Delimiter {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

export interface Parted {
  readonly delimiter: Delimiter;
  /** The whole text, the header too. */
  readonly text: AsyncGenerator<string, void>;
}

/** Reads a text as far as its header, and says what parts its cells. */
export async function parted(text: AsyncGenerator<string, void>): Promise<Parted> {
  let head = '';
  let next = await text.next();
  while (next.done !== true) {
    head += next.value;
    if (endOfHeader(head) !== -1 || head.length > LONGEST_HEADER) break;
    next = await text.next();
  }
  const end = endOfHeader(head);
  async function* whole(): AsyncGenerator<string, void> {
    yield head;
    yield* text;
  }
  return { delimiter: delimiterOf(end === -1 ? head : head.slice(0, end)), text: whole() };
}
