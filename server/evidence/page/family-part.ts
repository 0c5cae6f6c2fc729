import type { Vocabulary } from '../../../engine/index.ts';
import type { EvidencePack } from '../format.ts';
import { type Content, html, table, terms } from './html.ts';
import { type Part, recordAnchor, type View } from './view.ts';
import { dayInWords, opening, termInWords } from './words.ts';

type Document = EvidencePack['families'][number]['document'];
type Row = Readonly<Record<string, unknown>>;

/** What keys are called that every vocabulary has. */
const names: Readonly<Record<string, string>> = {
  id: 'Id',
  localAuthority: 'Local authority',
  attachedOn: 'Attached on',
  closedOn: 'Closed on',
  formerIds: 'Former ids',
  dateOfBirth: 'Born on',
  on: 'On',
  from: 'From',
  to: 'Until, not including',
  pence: 'Pence',
};

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `alreadyClaimed` as Already claimed. */
function named(key: string): string {
  return names[key] ?? opening(key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function saidOf(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayInWords(value);
  return /^\d{4}-\d{2}\/(autumn|spring|summer)$/.test(value) ? termInWords(value) : value;
}

/** What an object says under a key; a spell that has no end goes on, and a null that may be known is known to be none. */
function saidIn(row: Row, key: string, isNullKnown = false): string {
  const value = row[key];
  if (key === 'to' && value === null) return 'goes on';
  return value === undefined || (value === null && !isNullKnown) ? 'not said' : saidOf(value);
}

interface Listed {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly labelOf: (key: string) => string;
  /** Whether null under a key says that there is known to be none. */
  readonly isNullKnown?: (key: string) => boolean;
  readonly anchorOf?: (place: number) => string;
}

const first = ['id', 'localAuthority', 'attachedOn', 'closedOn', 'member', 'role', 'dateOfBirth'];
const then = ['on', 'from', 'to', 'term'];

/** The order in which keys are read: who, then when, then the rest as it stands. */
function inReadingOrder(keys: readonly string[]): string[] {
  const known = [...first, ...then];
  const others = keys.filter((key) => !known.includes(key));
  return [...known.filter((key) => keys.includes(key)), ...others];
}

/** Objects of one kind, a column for each key that any of them has. */
function listed({ caption, rows, labelOf, isNullKnown, anchorOf }: Listed): Content {
  const keys = inReadingOrder([...new Set(rows.flatMap((row) => Object.keys(row)))]);
  return table({
    kind: 'listed',
    caption,
    head: ['No.', ...keys.map(labelOf)],
    rows: rows.map((row, place) => {
      const number = String(place + 1);
      const anchor = anchorOf?.(place);
      return [
        anchor === undefined ? number : html`<span id="${anchor}">${number}</span>`,
        ...keys.map((key) => saidIn(row, key, isNullKnown?.(key))),
      ];
    }),
  });
}

const rowsIn = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
const entriesIn = (value: unknown): readonly [string, unknown][] =>
  isRow(value) ? Object.entries(value) : [];

function recordsOf(document: Document, place: number, words: Vocabulary | undefined): Content {
  return entriesIn(document['records']).map(([type, rows]) => {
    const declared = words?.recordTypes[type];
    const fieldOf = (key: string) => declared?.fields[key] ?? words?.everyRecord[key];
    const caption = opening(declared?.label.many ?? type);
    if (Array.isArray(rows) && rows.length === 0) {
      const isCovered = entriesIn(document['coverage']).some(
        ([one, spans]) => one === type && spans !== null,
      );
      const none = isCovered
        ? 'none, on the days for which they are known to be complete'
        : 'known to be none';
      return html`<p>${caption}: ${none}.</p>`;
    }
    return listed({
      caption,
      rows: rowsIn(rows),
      labelOf: (key) => {
        const field = fieldOf(key);
        return field === undefined ? named(key) : opening(field.label);
      },
      isNullKnown: (key) => fieldOf(key)?.nullable === true,
      anchorOf: (row) => recordAnchor(place, `/records/${type}/${String(row)}`),
    });
  });
}

function coverageOf(document: Document, words: Vocabulary | undefined): Content {
  const rows = entriesIn(document['coverage']).flatMap(([type, spans]) =>
    rowsIn(spans).map((span) => [
      opening(words?.recordTypes[type]?.label.many ?? type),
      ...['from', 'to'].map((key) => saidIn(span, key)),
      typeof span['member'] === 'string' ? span['member'] : 'the family',
    ]),
  );
  return table({
    caption: 'For which days records are known to be complete',
    head: ['Records', 'From', 'Until, not including', 'Of'],
    rows,
  });
}

const apart = ['records', 'coverage'];

function familyBody(document: Document, place: number, words: Vocabulary | undefined): Content {
  const entries = inReadingOrder(Object.keys(document))
    .filter((key) => !apart.includes(key))
    .map((key) => [key, document[key]] as const);
  const isTable = (value: unknown) => Array.isArray(value) && value.some(isRow);
  return [
    terms(entries.filter(([, value]) => !isTable(value)).map(([key, value]) => [named(key), saidOf(value)])),
    entries
      .filter(([, value]) => isTable(value))
      .map(([key, value]) => listed({ caption: named(key), rows: rowsIn(value), labelOf: named })),
    html`<h3>Records</h3>`,
    recordsOf(document, place, words),
    html`<h3>What is known to be complete</h3>
      <p>Outside these days nothing is taken to have happened or not to have happened.</p>`,
    coverageOf(document, words),
  ];
}

const numbered = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'decision' : 'decisions'} ${numbers.join(', ')}`;

const notHere = {
  withheld: 'was kept without the family’s record: nothing but a keyed hash of it is in the store.',
  erased:
    'is of a family that was erased: its id and record were emptied and the key of its hashes destroyed.',
} as const;

/** The family as each decision had it, or why it is not here. */
export function familyParts({ body, decisions }: View): Part[] {
  const parts = body.families.map(({ document, hash }, place): Part => {
    const of = decisions.filter(({ family }) => family === place);
    return {
      id: `family-${String(place)}`,
      title: `The family’s record, as decided in ${numbered(of.map(({ number }) => number))}`,
      newPage: true,
      body: html`${familyBody(document, place, of[0]?.vocabulary)}
        <p class="quiet">Hash of this record: <code>${hash}</code></p>`,
    };
  });
  const absent = decisions.filter(({ family }) => family === undefined);
  if (absent.length === 0) return parts;
  const sentences = absent.map(({ number, one }) => {
    const why = one.record.family.held === 'erased' ? notHere.erased : notHere.withheld;
    return html`<li>Decision ${number} ${why}</li>`;
  });
  const title = 'The family’s record, where it is not here';
  return [
    ...parts,
    {
      id: 'family-not-here',
      title,
      newPage: false,
      body: html`<ul>
        ${sentences}
      </ul>`,
    },
  ];
}
