import type { Draft, DraftSummary } from '../api.ts';

const kinds: Readonly<Record<Draft['kind'], string>> = {
  ruleset: 'Ruleset',
  vocabulary: 'Vocabulary',
  calendar: 'Calendar',
  'unit-costs': 'Unit costs',
  programme: 'Programme',
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

/** The version of another ruleset that a document says it is laid over. */
export function versionOver(basedOn: unknown): { readonly id: string; readonly version: string } | undefined {
  if (typeof basedOn !== 'object' || basedOn === null || !('id' in basedOn) || !('version' in basedOn))
    return undefined;
  const { id, version } = basedOn;
  return typeof id === 'string' && typeof version === 'string' ? { id, version } : undefined;
}
