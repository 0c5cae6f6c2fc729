import type { Ruleset, Vocabulary } from '../../../engine/index.ts';
import type { Version } from '../../library/library.ts';
import type { PackBody, PackedDecision } from '../format.ts';
import type { Grounds } from '../grounds.ts';
import type { Content } from './html.ts';

/** A numbered part of the page. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Whether it begins on a new sheet when printed. */
  readonly newPage: boolean;
  readonly body: Content;
}

/** One decision, and what it takes to say it in words. */
export interface Viewed {
  readonly one: PackedDecision;
  /** From 1, as the page counts them. */
  readonly number: number;
  readonly version: Version | undefined;
  readonly ruleset: Ruleset | undefined;
  readonly vocabulary: Vocabulary | undefined;
  /** Position in `families`; undefined where the family is not here. */
  readonly family: number | undefined;
}

export interface View {
  readonly body: PackBody;
  readonly grounds: Grounds;
  readonly decisions: readonly Viewed[];
}

export function viewOf(body: PackBody, grounds: Grounds): View {
  const decisions = body.decisions.map((one, place) => {
    const version = grounds.versionFor(one.record);
    const at = body.families.findIndex(({ hash }) => hash === one.familyHash);
    return {
      one,
      number: place + 1,
      version,
      ruleset: version?.ruleset,
      vocabulary: grounds.vocabularies.get(one.record.familyVocabularyHash),
      family: at === -1 ? undefined : at,
    };
  });
  return { body, grounds, decisions };
}

/** What a ruleset calls one of its criteria, routes, outcomes, parts or payments; its id where it is not here. */
export function labelIn(ruleset: Ruleset | undefined, id: string): string {
  if (ruleset === undefined) return id;
  const { criteria, eligibility, outcomes, payments } = ruleset;
  const parts = outcomes.flatMap((outcome) =>
    (outcome.parts ?? []).map((part) => ({ id: `${outcome.id}.${part.id}`, label: part.label })),
  );
  const named = [...criteria, ...eligibility.routes, ...outcomes, ...parts, ...payments];
  return named.find((one) => one.id === id)?.label ?? id;
}

/** The title of the rules and their version. */
export function rulesInWords({ one, ruleset }: Viewed): string {
  const { id, version } = one.record.ruleset;
  return ruleset === undefined ? `${id} ${version}` : `${ruleset.title} (${id} ${version})`;
}

/** A record of the family by where it stands on the page. */
export const recordAnchor = (family: number, pointer: string): string =>
  `family-${String(family)}${pointer.replaceAll(/[^a-z0-9]+/g, '-')}`;
