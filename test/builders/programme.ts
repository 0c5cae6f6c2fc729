import { addUpProgramme, checkProgramme, programmeTotals } from '../../engine/programme.ts';

export const source = { ref: 'report', at: '1', standing: 'sourced' };
export const families = (count: number) => ({ families: count, source });
export const derived = (part: number, of: number, base: number) => ({
  ...{ share: { part, of }, base: families(base), source },
});
export const money = (pence: number) => ({ pence, source });
export const about = { id: 'one', authority: 'Harrow', label: 'One of them' };

export const target = (more: object = {}) => ({ ...about, period: 'Year 1', measure: 'engaged', ...more });
export const fund = (lines: readonly number[], more: object = {}) => ({
  ...about,
  lines: lines.map((pence) => ({ label: 'A line', ...money(pence) })),
  ...more,
});
export const shared = (pence: number, shares: readonly (readonly [number, number])[]) => ({
  ...{ ...about, whole: money(pence) },
  shares: shares.map(([part, of], at) => ({ id: `s${at}`, label: 'A share', share: { part, of }, source })),
});
export const band = (from: number, part: number, rest?: string) => ({
  ...{ from: { part: from, of: 100 }, released: { part, of: 2 }, source },
  ...(rest === undefined ? {} : { rest }),
});
export const bands = [band(75, 2), band(33, 1, 'July to September'), band(0, 0, 'Once it improves')];
export const release = (more: object = {}) => ({
  ...{ ...about, period: 'Year 2', performance: 'one', bands },
  ...more,
});
export const document = (parts: object) => ({
  ...{ id: 'a-programme', title: 'A programme', sources: { report: { title: 'A report' } } },
  ...parts,
});

/** What a programme of these parts comes to, in the form that is promised. */
export function addedUp(parts: object) {
  const checked = checkProgramme(document(parts));
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return programmeTotals.parse(addUpProgramme(checked.value));
}

/** How far figures reach what was expected. */
export function judged(figures: readonly object[] | undefined, expected: readonly object[]) {
  const [found] = addedUp({
    targets: [target({ expected, ...(figures === undefined ? {} : { figures }) })],
  }).targets;
  return found;
}
