import type { ExpectedImpact, FoundImpact } from '../governance/draft.ts';

const band = ({ from, to }: { readonly from: number; readonly to: number }) =>
  from === to ? String(from) : `${String(from)} to ${String(to)}`;

/** What was found beside what is expected of it. */
export function foundInWords({ families, pence }: ExpectedImpact, found: FoundImpact): string {
  const said = [
    ...(families === undefined
      ? []
      : [`${String(found.eligible)} more families eligible, where ${band(families)} are expected`]),
    ...(pence === undefined
      ? []
      : [`${String(found.duePence)} more pence due, where ${band(pence)} are expected`]),
  ];
  return said.join('; ');
}
