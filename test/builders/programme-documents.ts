import type { Files } from './rulesets-folder.ts';

const sources = { report: { title: 'A report' } };
const source = { ref: 'report', standing: 'sourced' };

/** Unit costs of one cost, in pounds. */
export const someUnitCosts = (more: object = {}) => ({
  ...{ id: 'harrow', version: '1.0.0', title: 'Unit costs of Harrow', authority: 'Harrow', sources },
  costs: [
    {
      id: 'arrest',
      label: 'Arrest',
      agency: 'Police',
      unit: 'arrest',
      pence: 100,
      priceYear: '2013',
      source,
    },
  ],
  ...more,
});

/** A programme of one target of each of these authorities, with so many families reached of ten. */
export const someProgramme = (reached: number, authorities: readonly string[] = ['Harrow']) => ({
  ...{ id: 'harrow', title: 'Targets of Harrow', sources },
  targets: authorities.map((authority, at) => ({
    ...{ id: `t${String(at)}`, authority, label: 'Families', period: 'Year 1', measure: 'engaged' },
    expected: [{ families: 10, source }],
    figures: [{ families: reached, source }],
  })),
});

/** A folder's files of both. */
export const programmeFiles: Files = {
  'unit-costs/harrow@1.0.0.json': someUnitCosts(),
  'programmes/harrow.json': someProgramme(9),
};
