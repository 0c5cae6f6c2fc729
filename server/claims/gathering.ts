import { type ToKeep, writeDecisions } from '../decisions/keeper.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import type { NewRow } from '../store/schema.ts';
import type { Tx } from '../store/tx.ts';
import type { Counting } from './earlier.ts';
import { type LedgerFamily, namesOf } from './family.ts';
import type { HeldBack, Judged } from './judge.ts';
import type { ClaimRun } from './run.ts';

/** What a block of families came to, ready to be written. */
export interface Proposed {
  readonly claims: NewRow<'claim'>[];
  readonly names: NewRow<'claimName'>[];
  readonly held: NewRow<'claimHeld'>[];
  readonly kept: ToKeep[];
}

/** Gathers what is proposed of one family after the other. */
export class Gathering {
  readonly proposed: Proposed = { claims: [], names: [], held: [], kept: [] };
  private readonly run: ClaimRun;
  private readonly ids: () => string;

  constructor(run: ClaimRun, ids: () => string) {
    this.run = run;
    this.ids = ids;
  }

  hold(family: string, held: readonly HeldBack[]): void {
    const { id: run, authority } = this.run;
    for (const { payment, code, claims } of held)
      this.proposed.held.push({
        ...{ id: this.ids(), entry: 0, place: 0, run, authority, family, payment, code },
        claims: JSON.stringify(claims),
      });
  }

  /** Adds what is due of a family, and gives it as it counts from now on. */
  propose(family: LedgerFamily, { due, attachedOn, keepable }: Judged): Counting[] {
    const { id: run, authority, asOf, ruleset, version, versionHash, programme, phase } = this.run;
    if (attachedOn === null) throw new Error('invariant: what is due is of a family that is attached');
    const record = this.ids();
    this.proposed.kept.push({ record, keeping: 'family', decision: keepable() });
    const names = namesOf(family);
    return due.map(({ payment: { id: payment, kind }, pence }) => {
      const claim = {
        ...{ id: this.ids(), entry: 0, place: 0, run, authority, localAuthority: family.localAuthority },
        ...{ family: family.id, programme, phase, payment, kind, pence, on: asOf, attachedOn },
        ...{ ruleset, version, versionHash, record },
      };
      this.proposed.claims.push(claim);
      for (const { kind: of, name } of names)
        this.proposed.names.push({
          ...{ id: this.ids(), entry: 0, place: 0, claim: claim.id, authority, kind: of, name },
        });
      return { claim, names, countsPence: pence, clawedBackPence: 0 };
    });
  }
}

function placed<T>(tx: Tx, rows: readonly T[]): (T & { readonly entry: number; readonly place: number })[] {
  return rows.map((row, place) => ({ ...row, entry: tx.entry, place }));
}

/** Writes what is proposed, with the decisions behind it, in the transaction that is open. */
export async function writeProposed(
  tx: Tx,
  principal: Principal,
  { claims, names, held, kept }: Proposed,
): Promise<void> {
  await writeDecisions(tx, writerOf(principal), kept);
  if (claims.length > 0) await tx.insertMany('claim', placed(tx, claims));
  if (names.length > 0) await tx.insertMany('claimName', placed(tx, names));
  if (held.length > 0) await tx.insertMany('claimHeld', placed(tx, held));
}
