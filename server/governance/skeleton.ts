import type { Vocabulary } from '../../engine/index.ts';
import type { Basis } from '../library/basis.ts';

/** The texts a draft begins with. */
export interface DraftTexts {
  readonly document: string;
  /** Of a ruleset; null where there are none. */
  readonly cases: string | null;
}

const written = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;

const sources = { 'to-name': { title: 'Name here where the rules come from' } };
const source = { ref: 'to-name', standing: 'unverified' };
/** As a new document says whose it is, where it is not national. */
const national = 'England';

interface Named {
  readonly id: string;
  readonly title: string;
  /** Whose it is. */
  readonly jurisdiction: string;
}

function firstEvent({ recordTypes }: Vocabulary): string {
  const names = Object.keys(recordTypes);
  return names.find((name) => recordTypes[name]?.shape === 'event') ?? names[0] ?? '';
}

const label = 'Something is recorded';

function casesOf(id: string, { roles }: Vocabulary) {
  const member = { id: 'm1', role: roles[0]?.id ?? '', dateOfBirth: '1980-01-01' };
  return {
    ruleset: id,
    version: '1.0.0',
    families: {
      known: {
        id: 'F-1',
        localAuthority: 'Nowhere',
        attachedOn: '2020-01-01',
        members: [member],
        records: {},
      },
    },
    cases: [
      {
        id: 'nothing-known',
        name: 'Of a family of whom nothing is recorded nothing is known',
        asOf: '2020-02-01',
        given: { use: 'known' },
        expect: { criteria: { first: 'unknown' } },
      },
    ],
  };
}

/** A ruleset with one criterion and one route, and a case that passes. */
export function newRuleset(
  { id, title, jurisdiction }: Named,
  { vocabularies, calendars }: Basis,
): DraftTexts {
  const newest = [...vocabularies].at(-1);
  const fallback = [...calendars.values()].find(({ document }) => document.authorities.length === 0);
  const [anyCalendar] = calendars.keys();
  if (newest === undefined) throw new Error('invariant: there is a vocabulary to write rules in');
  const [name, { document }] = newest;
  const ruleset = {
    ...{ id, version: '1.0.0', title, programme: 'troubled-families', phase: 1, jurisdiction },
    vocabulary: name,
    calendar: { fallback: fallback?.document.id ?? anyCalendar },
    monthEnd: 'clamp',
    sources,
    parameters: {},
    facts: {
      recorded: { label, exists: firstEvent(document), window: { ever: true, includes: true } },
    },
    criteria: [
      {
        ...{ id: 'first', group: 'national', label },
        when: { fact: 'recorded', operator: 'equal', value: true },
        source,
      },
    ],
    eligibility: { routes: [{ id: 'only', label, when: { condition: 'first' }, source }] },
    outcomes: [],
    payments: [],
  };
  return { document: written(ruleset), cases: written(casesOf(id, document)) };
}

/** A calendar with one term. */
export function newCalendar({ id, title, jurisdiction }: Named): DraftTexts {
  const terms = [{ id: '2020-21/autumn', from: '2020-09-01', to: '2020-12-19', source }];
  return { document: written({ id, title, authorities: [jurisdiction], sources, terms }), cases: null };
}

/** A vocabulary with one role and one record type. */
export function newVocabulary({ id, title }: Named): DraftTexts {
  const vocabulary = {
    ...{ id, version: 1, title, sources },
    roles: [{ id: 'child', label: 'child' }],
    schoolAge: {
      startsAt: 5,
      cutOff: { autumn: '08-31', spring: '12-31', summer: '03-31' },
      endsAt: 16,
      leavingYearFrom: '09-01',
      source,
    },
    everyRecord: {},
    recordTypes: {
      contact: {
        label: { one: 'contact', many: 'contacts' },
        shape: 'event',
        member: 'optional',
        fields: {},
      },
    },
  };
  return { document: written(vocabulary), cases: null };
}

/** Unit costs of one cost. */
export function newUnitCosts({ id, title, jurisdiction }: Named): DraftTexts {
  const cost = { id: 'first', label: 'Something that costs', agency: 'Who bears it', unit: 'one' };
  const document = {
    ...{ id, version: '1.0.0', title },
    ...(jurisdiction === national ? {} : { authority: jurisdiction }),
    sources,
    costs: [{ ...cost, pence: 100, priceYear: '2013/14', source }],
  };
  return { document: written(document), cases: null };
}

/** A programme of one target, of which nothing is known yet. */
export function newProgramme({ id, title, jurisdiction }: Named): DraftTexts {
  const target = {
    ...{ id: 'first', authority: jurisdiction, label: 'Families to be reached' },
    ...{ period: 'Year 1', measure: 'engaged' },
  };
  return { document: written({ id, title, sources, targets: [target] }), cases: null };
}
