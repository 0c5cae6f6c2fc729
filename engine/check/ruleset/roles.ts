import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { either, finding, type Finding } from '../finding.ts';
import { entry, type Context } from './context.ts';
import { factsOf, rangesOf } from './parts.ts';

type Roles = string | readonly string[];

function listed(roles: Roles): readonly string[] {
  return typeof roles === 'string' ? [roles] : roles;
}

function unknown(context: Context, roles: Roles | undefined, pointer: string): Finding[] {
  if (roles === undefined) return [];
  const known = context.vocabulary.roles.map(({ id }) => id);
  return listed(roles).flatMap((role, at) => {
    if (known.includes(role)) return [];
    const place = typeof roles === 'string' ? pointer : step(pointer, at);
    return [
      finding('unknown-role', place, {
        message: `no role is named ${quote(role)}`,
        suggestion: near(role, () => known),
      }),
    ];
  });
}

function named(context: Context): Finding[] {
  const ofFacts = factsOf(context).flatMap(({ part: fact, pointer }) => [
    ...unknown(context, fact.each?.role, `${pointer}/each/role`),
    ...('by' in fact ? unknown(context, fact.by?.role, `${pointer}/by/role`) : []),
  ]);
  return [
    ...ofFacts,
    ...rangesOf(context).flatMap(({ part, pointer }) => unknown(context, part.role, `${pointer}/role`)),
  ];
}

/** A comparison of members whom its fact is not measured for would quietly be of nobody. */
function unmeasured({ ruleset, vocabulary, places }: Context): Finding[] {
  return places.flatMap(({ condition, pointer, range }) => {
    if (!('fact' in condition) || range === undefined) return [];
    const measured = entry(ruleset.facts, condition.fact)?.each?.role;
    if (measured === undefined) return [];
    const roles = vocabulary.roles.map(({ id }) => id);
    const ranged =
      range.role === undefined ? roles : listed(range.role).filter((role) => roles.includes(role));
    const others = ranged.filter((role) => !listed(measured).includes(role));
    if (others.length === 0) return [];
    const message = `${quote(condition.fact)} is not measured for ${either(others)}, whom this ranges over too`;
    return [finding('role-mismatch', `${pointer}/fact`, { message })];
  });
}

/** Roles that the vocabulary has, and facts compared only for roles they are measured for. */
export function checkRoles(context: Context): Finding[] {
  return [...named(context), ...unmeasured(context)];
}
