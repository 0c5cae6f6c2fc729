import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id with 19 MiB, two passes and one lane: the least that the OWASP Password Storage Cheat Sheet asks for
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id). It is also the package’s
 * default algorithm.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** In characters as people count them. NIST SP 800-63B 3.1.1.2 asks for length, and for no rules of composition. */
export const SHORTEST = 12;
export const LONGEST = 256;

/** Of a password that nobody knows, with the same cost: looked at where there is no person, so that it takes as long. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$O7plFrXaaluQgShpuDXHhw$YxocbC45H6cj2dY90fwVp3lUHGgPzU0uXydnASqKSz8';

// because one keyboard composes an accent and another does not
const same = (text: string) => text.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(same(password), cost);
}

/** Takes as long without a hash as with one, and is then false. */
export async function passwordFits(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const fits = await verify(passwordHash ?? nobodys, same(password));
  return fits && typeof passwordHash === 'string';
}

/** Why a person cannot have a password, as a sentence; undefined where they can. */
export function passwordFault(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): string | undefined {
  const { length } = Array.from(same(password));
  if (length < SHORTEST) return `a password has at least ${SHORTEST} characters`;
  if (length > LONGEST) return `a password has at most ${LONGEST} characters`;
  const plain = same(password).trim().toLowerCase();
  if (plain === email.toLowerCase() || plain === same(name).trim().toLowerCase())
    return 'a password is not the name or the address of its person';
  return undefined;
}
