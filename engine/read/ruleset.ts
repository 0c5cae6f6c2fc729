import type { CheckedRuleset } from '../check/check.ts';
import { placesOf } from '../document/places.ts';
import { lineOf, type Draft, type Line } from './line.ts';
import { factsOf, parametersOf } from './measures.ts';
import { criteriaOf, moneyOf, outcomesOf, routesOf } from './rules.ts';
import type { Reader } from './values.ts';

/** The parts of a ruleset, in the order they are read. */
export const sectionIds = ['identify', 'routes', 'outcomes', 'payments', 'parameters', 'facts'] as const;
export type SectionId = (typeof sectionIds)[number];

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** A ruleset in words. */
export interface Reading {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

const parts: readonly {
  readonly id: SectionId;
  readonly title: string;
  readonly read: (reader: Reader) => Draft[];
}[] = [
  { id: 'identify', title: 'Who is identified', read: criteriaOf },
  { id: 'routes', title: 'Who is eligible: a family that one of these routes lets in', read: routesOf },
  { id: 'outcomes', title: 'What counts as a result', read: outcomesOf },
  { id: 'payments', title: 'What is paid', read: moneyOf },
  { id: 'parameters', title: 'The figures and choices that the rules use', read: parametersOf },
  { id: 'facts', title: 'What is measured, and from which records', read: factsOf },
];

type Checked = Pick<CheckedRuleset, 'ruleset' | 'vocabulary'>;

export function readerOf({ ruleset, vocabulary }: Checked): Reader {
  const places = new Map(placesOf(ruleset).map((place) => [place.condition, place]));
  return {
    ruleset,
    vocabulary,
    placeOf: (condition) => {
      const place = places.get(condition);
      if (place === undefined) throw new Error('invariant: every condition of a checked ruleset has a place');
      return place;
    },
  };
}

/** Every criterion, condition, parameter, outcome and payment as a sentence. Total over checked rulesets. */
export function readRuleset(checked: Checked): Reading {
  const reader = readerOf(checked);
  const { id, version, title } = checked.ruleset;
  const sections = parts.map(({ id: section, title: heading, read }) => ({
    id: section,
    title: heading,
    lines: read(reader).map((draft) => lineOf(draft)),
  }));
  return { id, version, title, sections };
}

/** Every line of a reading, each before those below it. */
export function linesOf(reading: Reading): Line[] {
  const all = (line: Line): Line[] => [line, ...line.children.flatMap(all)];
  return reading.sections.flatMap(({ lines }) => lines.flatMap(all));
}

/**
 * The line of this id, with what stands below it. A rule or a condition is found before a parameter, and that before
 * a fact, where two have the same id.
 */
export function readPlace(reading: Reading, id: string): Line | undefined {
  return linesOf(reading).find((line) => line.id === id);
}

/** How sure we are is said of a parameter where it is not simply what a source says. */
function bullet({ depth, sentence, kind, source }: Line, top: number): string {
  const level = depth - top;
  const doubt = kind === 'parameter' && source !== undefined && source.standing !== 'sourced';
  const said = doubt ? `${sentence} [${source.standing}]` : sentence;
  return level === 0 ? said : `${'  '.repeat(level - 1)}- ${said}`;
}

/** A line and those below it as text, two spaces a level; what has been said is not said again. */
export function lineText(line: Line, top = line.depth): string {
  const below = line.children.filter(({ saidAbove }) => !saidAbove);
  return [bullet(line, top), ...below.map((child) => lineText(child, top))].join('\n');
}

/** A whole reading as text. */
export function readingText({ id, version, title, sections }: Reading): string {
  const paragraphs = sections
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title: heading, lines }) => {
      const apart = lines.some(({ children }) => children.length > 0) ? '\n\n' : '\n';
      return [heading.toUpperCase(), lines.map((line) => lineText(line)).join(apart)];
    });
  return `${[`${title} (${id} ${version})`, ...paragraphs].join('\n\n')}\n`;
}
