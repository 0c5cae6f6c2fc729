/** What a database may do to us, each with what whoever keeps it can do about it. */
export const storeFaults = {
  busy: 'another process holds the store: try again in a moment',
  full: 'there is no room left where the store lies: make room, and send the same again',
  damaged: 'the store is damaged: restore the last backup (`threshold restore`)',
  unwritable: 'the store cannot be opened or written: look at who may write its folder',
  unreachable: 'the database server cannot be reached, or ended the connection',
  missing: 'there is no store there: look at THRESHOLD_DATA, DATABASE_URL or --store',
  newer: 'the store was made by a newer program: run that one, or restore a backup from before it',
  older: 'the store was made by an older program: start the server once, which brings it forward',
} as const;
export type StoreFaultCode = keyof typeof storeFaults;

/** Thrown where the store does not do what it was asked; nothing of the transaction was kept. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, cause?: unknown) {
    super(storeFaults[code], { cause });
    this.code = code;
  }
}

const byCode: readonly (readonly [RegExp, StoreFaultCode])[] = [
  [/^SQLITE_(BUSY|LOCKED)|^(40001|40P01|55P03)$/, 'busy'],
  [/^SQLITE_(FULL|IOERR_WRITE|IOERR_SHMSIZE)|^ENOSPC$|^53100$/, 'full'],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR)|^XX00[12]$/, 'damaged'],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)|^(EACCES|EPERM|EROFS|EEXIST|ENOENT|ENOTDIR|EISDIR)$/, 'unwritable'],
  [/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|57P0[123]|53300|08...|28...|3D000)$/, 'unreachable'],
];

/** What `pg` says, without a code, of a server that does not answer or has hung up. */
const hungUp =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function isHungUp(error: unknown): boolean {
  return error instanceof Error && (hungUp.test(error.message) || isHungUp(error.cause));
}

/** The code of an error or of what caused it: drizzle wraps what PostgreSQL's driver throws. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code);
  }
  return codes;
}

/** The fault an error of a driver stands for; the error itself where it stands for none. */
export function faultOf(error: unknown): unknown {
  if (error instanceof StoreFault) return error;
  if (isHungUp(error)) return new StoreFault('unreachable', error);
  const codes = codesOf(error);
  const known = byCode.find(([pattern]) => codes.some((code) => pattern.test(code)));
  return known === undefined ? error : new StoreFault(known[1], error);
}

/** Whether a write was refused because what must be there once is there already. */
export function isTaken(error: unknown): boolean {
  return codesOf(error).some((code) => /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/.test(code));
}
