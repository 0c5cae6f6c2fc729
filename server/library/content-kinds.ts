import type { Held } from './basis.ts';
import type { Library } from './library.ts';
import { authoritiesIn, type ProgrammeDocuments } from './programme-documents.ts';

/** What is published by content: of each name one after another, the last of which counts. */
export const contentKinds = ['vocabulary', 'calendar', 'unit-costs', 'programme'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** Where each kind lies in the folder form. */
export const contentFolders: Readonly<Record<ContentKind, string>> = {
  vocabulary: 'vocabulary',
  calendar: 'calendars',
  'unit-costs': 'unit-costs',
  programme: 'programmes',
};

type Contents = Pick<Library, 'basis' | 'programme'>;

/** What counts of each kind, by name. */
export function contentsByKind({
  basis,
  programme,
}: Contents): Readonly<Record<ContentKind, ReadonlyMap<string, Held<unknown>>>> {
  return {
    vocabulary: basis.vocabularies,
    calendar: basis.calendars,
    'unit-costs': programme.unitCosts,
    programme: programme.programmes,
  };
}

/** The published numbers of some unit costs, as they were published. */
export function unitCostNumbers({ unitCosts }: ProgrammeDocuments, id: string): string[] {
  return [...unitCosts.values()].flatMap(({ document }) => (document.id === id ? [document.version] : []));
}

/** Whose a content is: empty where it is national, undefined where there is none of that name. Of unit costs `name` is the id. */
export function contentOwners(
  { basis, programme }: Contents,
  kind: ContentKind,
  name: string,
): readonly string[] | undefined {
  switch (kind) {
    case 'vocabulary':
      return basis.vocabularies.has(name) ? [] : undefined;
    case 'calendar':
      return basis.calendars.get(name)?.document.authorities;
    case 'unit-costs': {
      const own = [...programme.unitCosts.values()].filter(({ document }) => document.id === name);
      return own.length === 0 ? undefined : own.flatMap(({ document }) => document.authority ?? []);
    }
    case 'programme': {
      const held = programme.programmes.get(name);
      return held && authoritiesIn(held.document);
    }
  }
}
