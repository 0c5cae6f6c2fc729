import type { Writer } from '../store/writer.ts';
import type { Permission } from './permissions.ts';

/** The authority of those who belong to none: they see counts, not families, of the others. */
export const NATIONAL = 'national';

/** Who asks. */
export interface Principal {
  /** `open` is anyone on this machine, where the server was started with `--open`. */
  readonly kind: 'person' | 'key' | 'open' | 'system';
  /** Empty where there is only one of the kind. */
  readonly id: string;
  readonly name: string;
  /** The authority whose families they may see, or `national`. */
  readonly authority: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** `person:<id>`, `key:<id>`, `open` or `system`, as the audit log names them. */
export function actorOf({ kind, id }: Pick<Principal, 'kind' | 'id'>): string {
  return id === '' ? kind : `${kind}:${id}`;
}

/** Who writes, for data of their own authority. */
export function writerOf(principal: Principal): Writer {
  return { actor: actorOf(principal), authority: principal.authority };
}
