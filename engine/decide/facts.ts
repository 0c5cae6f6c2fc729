import type { Fact } from '../document/fact.ts';
import type { Compiler } from './compiler.ts';
import { compileCountFact } from './count.ts';
import { compileLengthFact } from './length.ts';
import { compileAge, compileResident, compileSchoolAge, yesOrNo } from './member-facts.ts';
import { compileRatio } from './ratio.ts';
import { compileReduction } from './reduction.ts';
import { FAMILY, type Measure, type Run } from './run.ts';

/** How a fact's number is to be read: `hundredths` are of a percent, and what it is compared with is scaled to match. */
export type FactUnit = 'count' | 'yes-no' | 'hundredths' | 'days' | 'years';

export function unitOf(fact: Fact): FactUnit {
  if ('count' in fact) return 'count';
  if ('ratio' in fact || 'reduction' in fact) return 'hundredths';
  if ('length' in fact) return 'days';
  return 'age' in fact ? 'years' : 'yes-no';
}

/** Claims of this programme and phase that the day sees. */
export function claimsOf(compiler: Compiler, run: Run) {
  const { programme, phase } = compiler.ruleset;
  return run.family.claims.filter(
    (it) => it.programme === programme && it.phase === phase && it.on <= run.asOf,
  );
}

function compile(compiler: Compiler, fact: Fact): Measure {
  if ('count' in fact || 'exists' in fact) return compileCountFact(compiler, fact);
  if ('ratio' in fact) return compileRatio(compiler, fact);
  if ('reduction' in fact) return compileReduction(compiler, fact);
  if ('length' in fact) return compileLengthFact(compiler, fact);
  if ('age' in fact) return compileAge(compiler, fact);
  if ('resident' in fact) return compileResident();
  if ('schoolAge' in fact) return compileSchoolAge(compiler, fact);
  if ('dated' in fact) return (run) => yesOrNo(run[fact.dated] !== null);
  return (run) => yesOrNo(claimsOf(compiler, run).some(({ payment }) => payment === fact.claimed));
}

/** A fact measured once for each look and member of a run. */
export function compileFact(compiler: Compiler, id: string): Measure {
  const fact = compiler.ruleset.facts[id];
  if (fact === undefined) throw new Error(`invariant: no fact ${id} in a checked ruleset`);
  const measure = compile(compiler, fact);
  const perMember = fact.each !== undefined;
  const slot = Object.keys(compiler.ruleset.facts).indexOf(id) * 2;
  return (run, view) => {
    const member = perMember ? view.member : FAMILY;
    const at = (slot + (view.looksFrom === 'asOf' ? 1 : 0)) * (run.family.members.length + 1) + member + 1;
    const own = member === view.member ? view : { looksFrom: view.looksFrom, member };
    return (run.measures[at] ??= measure(run, own));
  };
}
