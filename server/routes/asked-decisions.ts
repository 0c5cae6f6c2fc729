import type { Wanted } from '../decisions/query.ts';
import type { AskedFilters } from './decisions-contract.ts';

const unpaired = (pointer: string, message: string) => ({ code: 'not-allowed', pointer, message });

/** What does not go together in a query, if anything. */
export function misfits({ node = [], verdict = [], onlyBecause }: AskedFilters) {
  if (node.length !== verdict.length)
    return [unpaired('/verdict', '`node` and `verdict` are given in pairs')];
  if (onlyBecause !== undefined && (node.length !== 1 || verdict[0] !== 'met'))
    return [unpaired('/onlyBecause', '`onlyBecause` goes with one `node`, and with `verdict=met`')];
  return [];
}

/** What a query wants of the decisions of an authority. */
export function wantedOf(asked: AskedFilters, authority: string): Wanted {
  const { node = [], verdict = [], superseded } = asked;
  const { ruleset, version, hash, asOfFrom, asOfTo, keptFrom, keptTo } = asked;
  const { who, family, supersedes, restsOn, onlyBecause } = asked;
  const nodes = node.flatMap((id, at) => {
    const wanted = verdict[at];
    return wanted === undefined ? [] : [{ node: id, verdict: wanted }];
  });
  return {
    ...{ ruleset, version, hash, asOfFrom, asOfTo, keptFrom, keptTo },
    ...{ who, family, supersedes, restsOn, onlyBecause },
    authority,
    nodes,
    superseded: superseded === undefined ? undefined : superseded === 'true',
  };
}
