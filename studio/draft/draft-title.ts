import type { Draft, DraftSummary } from '../api.ts';

const kinds: Readonly<Record<Draft['kind'], string>> = {
  ruleset: 'Ruleset',
  vocabulary: 'Vocabulary',
  calendar: 'Calendar',
};

/** What a draft is of, by its name. */
export const titleOf = ({ kind, name }: Pick<DraftSummary, 'kind' | 'name'>) => `${kinds[kind]} ${name}`;

/** What a draft was made from, in words. */
export function originInWords({ basedOn }: Pick<DraftSummary, 'basedOn'>): string {
  if (basedOn === null) return 'Made from nothing';
  const of = basedOn.version === null ? basedOn.id : `${basedOn.id} ${basedOn.version}`;
  return {
    version: `Made from ${of}`,
    fork: `Laid over ${of}`,
    content: `Made from ${of}`,
    import: `Imported from ${of}`,
  }[basedOn.how];
}
