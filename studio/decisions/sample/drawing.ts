import { isVerdict } from '../../decision/verdict-words.ts';
import { type Filter, firstIn, questionOf, saidIn, type Search } from '../filter/filter.ts';
import {
  type FilterField,
  type FilterTyped,
  filterTyped,
  mistakesInFilter,
} from '../filter/filter-fields.ts';
import { keptRows, type PartRow, rowsIn } from '../filter/part-rows.ts';

export type DrawingField = FilterField | 'seed' | 'percent' | 'minimum' | 'risks';
type Typed = Readonly<Record<DrawingField, string>>;

/** How a sample is drawn, as an address says it. */
export interface Drawing {
  readonly seed: string;
  readonly percent: string;
  readonly minimum: string;
  /** Each reads `part:verdict:weight`. */
  readonly risk: readonly string[];
}

/** The drawing of an address; undefined where it names no seed. */
export function drawingIn(search: Search): Drawing | undefined {
  const seed = firstIn(search, 'seed');
  if (seed === undefined || seed === '') return undefined;
  return {
    seed,
    percent: firstIn(search, 'percent') ?? '0',
    minimum: firstIn(search, 'minimum') ?? '0',
    risk: saidIn(search['risk']),
  };
}

/** A part’s id may hold a colon; its verdict and weight do not. */
function rowOf(risk: string): PartRow {
  const [weight = '', verdict = '', ...node] = risk.split(':').reverse();
  return { node: node.reverse().join(':'), verdict, weight };
}

/** Risks in rows, as an address says them. */
export const riskRows = (risks: readonly string[]) => risks.map(rowOf);

const suggested = { percent: '5', minimum: '10', risk: [] };

/** What the form of a drawing begins with: what was drawn last, or what is suggested. */
export function drawingFields(drawing: Drawing | undefined, seed: string) {
  const { percent, minimum, risk } = drawing ?? suggested;
  return { seed: drawing?.seed ?? seed, percent, minimum, risks: keptRows(riskRows(risk)) };
}

/** A seed to begin with: a day, and four digits that nobody chose. */
export function suggestedSeed(day: string, drawn: number): string {
  return `${day} ${String(drawn % 10_000).padStart(4, '0')}`;
}

const isShare = (text: string) => /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100;

/** What is wrong with risks that were typed; nothing where nothing is. */
export function mistakeInRisks(rows: readonly PartRow[]): string | undefined {
  if (rows.some(({ node }) => node === '')) return 'Choose a part of the rules, or remove the row';
  if (rows.some(({ weight }) => !/^[1-9]\d{0,2}$/.test(weight)))
    return 'Enter each weight as a whole number from 1 to 999';
  return undefined;
}

/** What can be seen to be wrong with how a sample is to be drawn. */
export function mistakesInDrawing(typed: Typed): Partial<Record<DrawingField, string>> {
  const { seed, percent, minimum } = typed;
  const risks = mistakeInRisks(rowsIn(typed.risks));
  return {
    ...mistakesInFilter(typed),
    ...(seed.trim() === '' && { seed: 'Enter a seed: any words or numbers' }),
    ...(seed.length > 200 && { seed: 'Enter a seed of at most 200 letters' }),
    ...(!isShare(percent) && { percent: 'Enter a percentage from 0 to 100, such as 5 or 2.5' }),
    ...(!/^\d{1,4}$/.test(minimum) && { minimum: 'Enter a whole number up to 1000' }),
    ...(Number(percent) === 0 &&
      Number(minimum) === 0 && { percent: 'Enter a percentage, or a smallest number, above 0' }),
    ...(risks !== undefined && { risks }),
  };
}

/**
 * What an address says of a sample that is to be drawn: decisions that are kept from `now` on are no part of it, so that
 * whoever draws again draws from the same.
 */
export function drawingSaid(typed: Typed, was: Filter, now: string) {
  const filter = filterTyped(typed satisfies FilterTyped, was);
  const risk = rowsIn(typed.risks).flatMap(({ node, verdict, weight }) =>
    isVerdict(verdict) ? [`${node}:${verdict}:${weight}`] : [],
  );
  const { seed, percent, minimum } = typed;
  return { keptTo: now, ...questionOf(filter), seed: seed.trim(), percent, minimum, risk };
}
