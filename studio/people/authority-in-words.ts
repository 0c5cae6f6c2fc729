import type { Person } from '../api.ts';

/** The council of a person, or that they belong to none. */
export const authorityInWords = ({ authority }: Pick<Person, 'authority'>): string =>
  authority === 'national' ? 'National, of no council' : authority;
