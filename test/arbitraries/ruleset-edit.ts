import type { Ruleset } from '../../engine/index.ts';
import { operatorName } from '../../engine/document/condition.ts';

type Path = readonly (string | number)[];

/** One way to change a document: what stands at a path, and what shall; undefined takes it away. */
export interface Put {
  readonly path: Path;
  readonly value: unknown;
}

interface Change {
  readonly kind: 'number' | 'flip' | 'gone' | 'operator' | 'list' | 'kinds' | 'words' | 'swap';
  readonly put: Put;
}

type Container = Record<string, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isContainer(value) ? value[key] : undefined), document);
}

const put = (path: Path, value: unknown): Put => ({ path, value });

function apply(copy: unknown, { path, value }: Put): void {
  const container = at(copy, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (!isContainer(container)) return;
  if (value === undefined) Reflect.deleteProperty(container, key);
  else container[key] = structuredClone(value);
}

const optional = [
  'aged',
  'where',
  'by',
  'resident',
  'schoolAge',
  'role',
  'cap',
  'exclusive',
  'claimBefore',
  'from',
  'below',
  'notBefore',
];
const groups = ['all', 'any', 'of'];

/** A copy of one child under an id of its own, or without one of them. */
function listChanges(path: Path, list: readonly unknown[], leaf: unknown): Put[] {
  const less = list.map((_, gone) =>
    put(
      path,
      list.filter((__, index) => index !== gone),
    ),
  );
  const more = isContainer(leaf) ? [put(path, [...list, { ...leaf, id: 'brand.new' }])] : [];
  return [...less, ...more, put(path, list.toReversed())];
}

function ofKey(path: Path, value: unknown, leaf: unknown): Change[] {
  const key = String(path.at(-1));
  const as = (kind: Change['kind'], puts: readonly Put[]): Change[] =>
    puts.map((one) => ({ kind, put: one }));
  if (groups.includes(key) && Array.isArray(value)) return as('list', listChanges(path, value, leaf));
  if (Array.isArray(value) && typeof value[0] === 'string')
    return as('kinds', listChanges(path, value, undefined));
  if (typeof value === 'number')
    return as(
      'number',
      [value + 1, value - 1, value * 2].map((next) => put(path, next)),
    );
  if (key === 'operator')
    return as(
      'operator',
      operatorName.options.map((name) => put(path, name)),
    );
  if (key === 'label') return as('words', [put(path, 'other words')]);
  return [
    ...as('flip', typeof value === 'boolean' ? [put(path, !value)] : []),
    ...as('gone', optional.includes(key) ? [put(path, undefined)] : []),
  ];
}

/** `all` for `any`, and the other way round. */
function swaps(path: Path, value: Container): Change[] {
  const [from, to] = 'all' in value ? ['all', 'any'] : ['any', 'all'];
  if (!(from in value)) return [];
  const { [from]: children, ...rest } = value;
  return [{ kind: 'swap', put: put(path, { ...rest, [to]: children }) }];
}

function changesIn(path: Path, value: unknown, leaf: unknown): Change[] {
  const own = ofKey(path, value, leaf);
  if (!isContainer(value)) return own;
  const entries = Array.isArray(value)
    ? value.map((inner: unknown, index) => [index, inner] as const)
    : Object.entries(value);
  return [
    ...own,
    ...swaps(path, value),
    ...entries.flatMap(([key, inner]) => changesIn([...path, key], inner, leaf)),
  ];
}

/** Every condition that compares or sets, to be put elsewhere. */
function leavesIn(piece: unknown): unknown[] {
  if (!isContainer(piece)) return [];
  if ('operator' in piece) return [piece];
  return Object.values(piece).flatMap(leavesIn);
}

/**
 * A change that `pick` chooses: first the kind, so that the many numbers do not crowd out the few groups, then one of it.
 * What it makes of the document may be something that the checker refuses.
 */
export function changeOf(document: Ruleset, pick: number): Put | undefined {
  const leaves = leavesIn(document.criteria);
  const leaf = leaves[pick % Math.max(1, leaves.length)];
  const { parameters, facts, criteria, eligibility, outcomes, payments, pots } = document;
  const parts = { parameters, facts, criteria, eligibility, outcomes, payments, pots };
  const changes = Object.entries(parts).flatMap(([key, part]) => changesIn([key], part, leaf));
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const chosen = changes.filter(({ kind }) => kind === kinds[pick % kinds.length]);
  return chosen[Math.floor(pick / kinds.length) % chosen.length]?.put;
}

/** The document with these changes made; none may be of something inside another. */
export function changedBy(document: Ruleset, puts: readonly Put[]): unknown {
  const copy: unknown = structuredClone(document);
  for (const one of puts) apply(copy, one);
  return copy;
}

export function changedOnce(document: Ruleset, pick: number): unknown {
  const one = changeOf(document, pick);
  return changedBy(document, one === undefined ? [] : [one]);
}
