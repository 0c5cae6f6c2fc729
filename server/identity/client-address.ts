import { isIPv4, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { ServerEnv } from '../request-context.ts';

function socketAddress(env: ServerEnv['Bindings'] | undefined): string | undefined {
  return env?.incoming?.socket.remoteAddress;
}

/** The first half of an IPv6 address: one household or one machine has all that begin with it. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0');
  const groups = [...left, ...(tail === undefined ? [] : gap), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}

/** An address as some proxies write it, with a port and an IPv6 one in brackets, and as a socket names its interface. */
function bare(address: string): string {
  const inBrackets = /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1];
  const alone = inBrackets ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return alone.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/**
 * From where a request comes, as far as attempts are counted by it: an IPv4 address, or the first half of an IPv6 one. It is
 * the socket's; behind a proxy the last that `X-Forwarded-For` names, which is the one the proxy itself has seen.
 */
export function clientAddress(c: Context<ServerEnv>, behindProxy: boolean): string | undefined {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const said = forwarded ?? socketAddress(c.env);
  if (said === undefined) return undefined;
  const address = bare(said);
  if (isIPv4(address)) return address;
  return isIPv6(address) ? network(address) : undefined;
}
