import type { Claim, ClaimRun, ClaimTotals, ClaimWindows, HeldClaim } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { toldBy } from './told-by.ts';

interface Runs {
  readonly runs: readonly ClaimRun[];
  /** The last of them, where there are older ones. */
  readonly next: string | null;
}

/** The claim runs of the authority of whoever asks, the newest first, from the one after `after` on. */
export function createRuns(after: () => string | undefined) {
  const { client } = useSession();
  const question = () => ({ limit: '100', ...(after() === undefined ? {} : { after: after() }) });
  return createAnswer('claim runs', question, (query) => toldBy<Runs>(client['claim-runs'].$get({ query })));
}

export function createRun(id: () => string) {
  const { client } = useSession();
  const question = () => ({ id: id() });
  return createAnswer('claim run', question, (param) =>
    toldBy<ClaimRun>(client['claim-runs'][':id'].$get({ param })),
  );
}

/** Which claims are asked for, and from which on. */
export interface ClaimsAsked {
  readonly run?: string;
  readonly state?: Claim['state'];
  readonly sampled?: 'true';
  readonly judged?: 'false';
  readonly from?: string;
}

export interface Claims {
  readonly claims: readonly Claim[];
  readonly total: number;
  /** What all of them count for. */
  readonly pence: number;
}

/** Claims on one page. */
export const PAGE = 100;

/** Claims of the ledger; while nothing is asked for, nothing is asked. */
export function createClaims(asked: () => ClaimsAsked | undefined, together = PAGE) {
  const { client } = useSession();
  const question = () => {
    const wanted = asked();
    return wanted && { ...wanted, limit: String(together) };
  };
  return createAnswer('claims', question, (query) => toldBy<Claims>(client.claims.$get({ query })));
}

export function createClaim(id: () => string) {
  const { client } = useSession();
  const question = () => ({ id: id() });
  return createAnswer('claim', question, (param) => toldBy<Claim>(client.claims[':id'].$get({ param })));
}

interface Held {
  readonly held: readonly HeldClaim[];
}

/** What a run held back. */
export function createHeld(run: () => string) {
  const { client } = useSession();
  const question = () => ({ id: run() });
  return createAnswer('held claims', question, (param) =>
    toldBy<Held>(client['claim-runs'][':id'].held.$get({ param })),
  );
}

export function createTotals() {
  const { client } = useSession();
  return createAnswer(
    'claim totals',
    () => ({}),
    (query) => toldBy<ClaimTotals>(client['claim-totals'].$get({ query })),
  );
}

export function createWindows() {
  const { client } = useSession();
  return createAnswer(
    'claim windows',
    () => ({}),
    () => toldBy<ClaimWindows>(client['claim-windows'].$get()),
  );
}
