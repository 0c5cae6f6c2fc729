import type { Release } from '../api.ts';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';

const spanInWords = ({ from, to }: Release) =>
  to === undefined ? `since ${dayInWords(from)}` : `from ${dayInWords(from)} to ${lastDayInWords(to)}`;

/** When a version is in force, whatever day it is. */
export function releasesInWords(releases: readonly Release[]): string {
  return releases.length === 0 ? 'Not released.' : `In force ${releases.map(spanInWords).join(', and ')}.`;
}
