import { textOf, memberOf } from '../value.ts';

const seasons = ['autumn', 'spring', 'summer'] as const;

/** The usual days of each term, for one that is added: the first inside and the first outside. */
const usual = {
  autumn: { from: '09-02', to: '12-20' },
  spring: { from: '01-06', to: '03-31' },
  summer: { from: '04-18', to: '07-21' },
} as const;

/** The term that follows one, on the days that such a term usually has. */
export function termAfter(term: unknown): Readonly<Record<string, unknown>> {
  const [, first = '2020', season = 'summer'] =
    /^(\d{4})-\d{2}\/(\w+)$/.exec(textOf(memberOf(term, 'id'))) ?? [];
  const at = seasons.findIndex((one) => one === season);
  const next = seasons[(at + 1) % seasons.length] ?? 'autumn';
  const year = Number(first) + (next === 'autumn' ? 1 : 0);
  const of = next === 'autumn' ? year : year + 1;
  const short = String((year + 1) % 100).padStart(2, '0');
  const days = usual[next];
  return {
    id: `${year}-${short}/${next}`,
    from: `${of}-${days.from}`,
    to: `${of}-${days.to}`,
    source: memberOf(term, 'source') ?? { ref: '', standing: 'unverified' },
  };
}

/** `2012-13/autumn` as Autumn term 2012/13. */
export function termInWords(id: string): string {
  const [year = '', season = ''] = id.split('/');
  if (season === '') return id;
  return `${season.charAt(0).toUpperCase()}${season.slice(1)} term ${year.replace('-', '/')}`;
}
