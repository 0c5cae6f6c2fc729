import type { Calendar } from '../../document/calendar.ts';
import type { Ruleset } from '../../document/ruleset.ts';
import type { Vocabulary } from '../../document/vocabulary.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { finding, type Finding } from '../finding.ts';

/** The documents that rulesets rest on. */
export interface Library {
  readonly vocabularies: readonly Vocabulary[];
  readonly calendars: readonly Calendar[];
}

/** What a ruleset rests on, as far as the library has it. */
export interface Ground {
  readonly vocabulary: Vocabulary | undefined;
  /** The fallback first. */
  readonly calendars: readonly Calendar[];
  readonly findings: readonly Finding[];
}

/** What of a document says what it rests on. */
export interface Grounded {
  readonly vocabulary?: Ruleset['vocabulary'] | undefined;
  readonly calendar?: Ruleset['calendar'] | undefined;
}

function nameOf({ id, version }: Vocabulary): string {
  return `${id}@${version}`;
}

function unknownVocabulary(name: string, library: Library): Finding {
  const suggestion = near(name, () => library.vocabularies.map(nameOf));
  return finding('unknown-vocabulary', '/vocabulary', {
    message: `no vocabulary is named ${quote(name)}`,
    suggestion,
  });
}

function unknownCalendar(id: string, pointer: string, library: Library): Finding {
  const suggestion = near(id, () => library.calendars.map((calendar) => calendar.id));
  return finding('unknown-calendar', pointer, { message: `no calendar is named ${quote(id)}`, suggestion });
}

/** Calendars that claim an authority another one has claimed before: which would apply would be a matter of luck. */
function sharedAuthorities(named: readonly { pointer: string; calendar: Calendar }[]): Finding[] {
  const claimed = new Map<string, string>();
  return named.flatMap(({ pointer, calendar }) =>
    calendar.authorities.flatMap((authority) => {
      const other = claimed.get(authority);
      claimed.set(authority, other ?? calendar.id);
      if (other === undefined || other === calendar.id) return [];
      const message = `calendar ${quote(calendar.id)} is for ${quote(authority)}, and so is ${quote(other)}`;
      return [finding('duplicate-authority', pointer, { message })];
    }),
  );
}

export function groundOf({ calendar, vocabulary: name }: Grounded, library: Library): Ground {
  const wanted =
    calendar === undefined
      ? []
      : [
          { id: calendar.fallback, pointer: '/calendar/fallback' },
          ...(calendar.local ?? []).map((id, at) => ({ id, pointer: `/calendar/local/${at}` })),
        ];
  const vocabulary = library.vocabularies.find((one) => nameOf(one) === name);
  const named = wanted.flatMap(({ id, pointer }) => {
    const found = library.calendars.find((one) => one.id === id);
    return found === undefined ? [] : [{ pointer, calendar: found }];
  });
  const findings = [
    ...(name !== undefined && vocabulary === undefined ? [unknownVocabulary(name, library)] : []),
    ...wanted
      .filter(({ id }) => !library.calendars.some((one) => one.id === id))
      .map(({ id, pointer }) => unknownCalendar(id, pointer, library)),
    ...sharedAuthorities(named),
  ];
  return { vocabulary, calendars: [...new Set(named.map((one) => one.calendar))], findings };
}
