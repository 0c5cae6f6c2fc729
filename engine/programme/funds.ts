import { fraction } from './fraction.ts';
import type { Allowance, Funding, Split } from './programme-document.ts';
import type { Allowed, Beside, FundingTotal, SharedAmount } from './programme-totals.ts';
import { shareOut } from './project.ts';
import { exactOf } from './target.ts';

function besideOf(pence: number, printed: Funding['printed']): Beside | null {
  return printed === undefined ? null : { ...printed, differencePence: pence - printed.pence };
}

/** What the lines of a fund come to, beside what is printed. */
export function fundingTotal({ id, authority, label, lines, printed }: Funding): FundingTotal {
  const pence = lines.reduce((total, line) => total + line.pence, 0);
  return {
    ...{ id, authority, label, pence },
    lines: lines.map((line) => ({ ...line, period: line.period ?? null })),
    printed: besideOf(pence, printed),
  };
}

/** Who bears how much of an amount, to the penny. */
export function sharedAmount({ id, authority, label, whole, shares }: Split): SharedAmount {
  const amounts = shareOut(
    whole.pence,
    shares.map(({ share }) => share),
  );
  return {
    ...{ id, authority, label, ...whole },
    shares: shares.map((one, at) => {
      const pence = amounts[at] ?? 0;
      const share = exactOf(fraction(one.share.part, one.share.of));
      return {
        ...{ id: one.id, label: one.label, share, pence, source: one.source },
        printed: besideOf(pence, one.printed),
      };
    }),
  };
}

/** What is allowed of what was asked for, and what is beyond it. */
export function allowed(allowance: Allowance): Allowed {
  const { id, authority, label, perFamily, families = null, asked = null } = allowance;
  const most = families && perFamily.pence * families.families;
  const known = most !== null && asked !== null;
  return {
    ...{ id, authority, label, perFamily, families, asked, mostPence: most },
    basis: 'outside-payments',
    pence: known ? Math.min(asked.pence, most) : null,
    overPence: known ? Math.max(0, asked.pence - most) : null,
  };
}
