import type { Diagnostic } from '../check/diagnostic.ts';
import type { CompiledRuleset } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import type { CaseFile, RulesetCase } from '../document/cases.ts';
import type { Family } from '../family/family.ts';
import type { Result } from '../result.ts';
import { parseDay, type Day } from '../time/civil-date.ts';
import { differences, type Difference } from './differences.ts';
import { givenFamily } from './given.ts';

/** How one case went: it passes only where its family could be read and nothing differs. */
export interface CaseResult {
  readonly id: string;
  readonly name: string;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** What is wrong with the family it gives, with pointers into that family. */
  readonly findings: readonly Diagnostic[];
}

type ParseFamily = (document: unknown) => Result<Family, Diagnostic[]>;

// invariant: every day of a checked case file exists.
function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`invariant: a checked case names no day such as ${text}`);
  return day;
}

function read(file: CaseFile, one: RulesetCase, parse: ParseFamily): Result<Family, Diagnostic[]> {
  const given = givenFamily(file, one.given);
  return given.ok ? parse(given.value) : given;
}

/** Decides every case of a checked file, in order, and compares what each expects with what is decided. */
export function runCases(compiled: CompiledRuleset, file: CaseFile, parse: ParseFamily): CaseResult[] {
  return file.cases.map((one) => {
    const { id, name, asOf, restateAttachment, expect } = one;
    const family = read(file, one, parse);
    if (!family.ok) return { id, name, passed: false, differences: [], findings: family.error };
    const judgement = decide(compiled, family.value, {
      asOf: dayOf(asOf),
      ...(restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) }),
      trace: 'summary',
    });
    const found = differences(expect, judgement);
    return { id, name, passed: found.length === 0, differences: found, findings: [] };
  });
}
