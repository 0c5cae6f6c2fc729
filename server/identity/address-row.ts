import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ServerEnv } from '../request-context.ts';
import { access, type Need } from './access.ts';

interface Registered {
  readonly method: string;
  readonly path: string;
}

/** `GET /api/v1/people/{person}`, as the table has it. */
function nameOf({ method, path }: Registered): string {
  return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
}

const starred = Object.keys(access).filter((row) => row.endsWith('/*'));

function rowOf(address: string): string | undefined {
  if (Object.hasOwn(access, address)) return address;
  return starred.find((row) => address.startsWith(row.slice(0, -1)));
}

const isHandler = ({ method }: Registered) => method !== 'ALL';

/** The address that answers a request, and what it needs; undefined where nothing is registered. */
export function addressOf(
  c: Context<ServerEnv>,
): { readonly address: string; readonly needs: readonly Need[] } | undefined {
  const addresses = [...new Set(matchedRoutes(c).filter(isHandler).map(nameOf))];
  const [address] = addresses;
  if (address === undefined) return undefined;
  // because more than one may match, and only the first of them answers: whoever calls needs what any of them needs
  const needs = addresses.map((one) => access[rowOf(one) ?? '']);
  return { address, needs: needs.filter((need) => need !== undefined) };
}

/** Throws where an address of the API has no row in the table, or a row no address. */
export function holdToTable(routes: readonly Registered[]): void {
  const api = routes.filter(isHandler).filter(({ path }) => path.startsWith('/api/'));
  const addresses = [...new Set(api.map(nameOf))];
  const rowless = addresses.filter((address) => rowOf(address) === undefined);
  const used = new Set(addresses.map(rowOf));
  const idle = Object.keys(access).filter((row) => !used.has(row));
  if (rowless.length + idle.length === 0) return;
  const wrong = [...rowless.map((one) => `${one} has no row`), ...idle.map((one) => `${one} is not there`)];
  throw new Error(`invariant: the table of what addresses need is whole: ${wrong.join('; ')}`);
}
