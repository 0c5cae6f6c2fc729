import { type Principal, writerOf } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';

/** What somebody who is known asked for and was not given. */
export interface Refusal {
  /** The name of the problem that was answered. */
  readonly problem: string;
  /** Method and address as they are registered, such as `POST /api/v1/people`: never the address as it was sent. */
  readonly address: string;
  /** The id of what was asked for; never that of a family. */
  readonly subject?: string;
  /** The permission that was missing. */
  readonly needs?: string;
}

/** Notes in the audit log that a person or a key was refused. What is asked for by nobody in particular is not noted. */
export async function auditRefusal(
  store: Pick<Store, 'write'>,
  principal: Principal,
  { subject = '', ...detail }: Refusal,
): Promise<void> {
  await store.write(writerOf(principal), (tx) => {
    tx.record({ action: 'request-refused', subject, detail });
    return Promise.resolve();
  });
}
