import { compileRuleset, decide, type CompiledRuleset, type Judgement } from '../../engine/index.ts';
import { day } from './decided.ts';
import { readFamily, shippedCases, shippedLibrary, shippedRuleset } from './shipped.ts';
import { familiesOf } from './synthetic.ts';

const outcome = 'crime-and-education';
const days = ['2013-06-01', '2014-04-01', '2014-09-01', '2014-11-01', '2015-03-01'];

/** The verdicts of the outcome and of its parts, in the order of their ids. */
function saidOf({ outcomes }: Judgement): string {
  const found = outcomes.find(({ id }) => id === outcome);
  const parts = (found?.parts ?? []).map(({ id, verdict }) => `${id} ${verdict}`).toSorted();
  return [found?.verdict ?? 'no outcome', ...parts].join(', ');
}

function compiledOf(document: unknown): CompiledRuleset {
  const compiled = compileRuleset(document, shippedLibrary);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error, null, 2));
  return compiled.value;
}

/** The families that a document’s outcome of crime and education decides otherwise than Harrow’s does. */
export function unlikeHarrow(document: unknown) {
  const ours = compiledOf(document);
  const theirs = shippedRuleset('harrow/harrow/1.0.0');
  const invented = familiesOf('hertfordshire', 1);
  const families = [
    ...Object.values(shippedCases('harrow/harrow/1.0.0').families),
    ...Array.from({ length: 60 }, (_, at) => invented(at)),
  ].map(readFamily);
  const asked = families.flatMap((family) => days.map((asOf) => ({ family, asOf })));
  const answers = asked.map(({ family, asOf }) => {
    const asked = { asOf: day(asOf), trace: 'none' } as const;
    return {
      family: `${family.id} on ${asOf}`,
      is: saidOf(decide(ours, family, asked)),
      harrow: saidOf(decide(theirs, family, asked)),
    };
  });
  const verdicts = [...new Set(answers.map(({ harrow }) => harrow.split(',')[0] ?? ''))].toSorted();
  return { asked: answers.length, verdicts, unlike: answers.filter(({ is, harrow }) => is !== harrow) };
}
