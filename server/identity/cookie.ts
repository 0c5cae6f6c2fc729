import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ServerEnv } from '../request-context.ts';
import { SESSION_LASTS } from './times.ts';

/** Where a session's token lies in the browser; `__Host-` lets no other origin of the site set it. */
function jarOf(origin: string | undefined) {
  const secure = origin?.startsWith('https:') === true;
  const name = secure ? '__Host-threshold' : 'threshold';
  return { name, options: { httpOnly: true, secure, sameSite: 'Strict', path: '/' } as const };
}

export function sessionToken(c: Context<ServerEnv>, origin: string | undefined): string | undefined {
  return getCookie(c, jarOf(origin).name);
}

export function giveSession(c: Context<ServerEnv>, origin: string | undefined, token: string): void {
  const { name, options } = jarOf(origin);
  setCookie(c, name, token, { ...options, maxAge: SESSION_LASTS / 1000 });
}

export function takeSession(c: Context<ServerEnv>, origin: string | undefined): void {
  const { name, options } = jarOf(origin);
  deleteCookie(c, name, options);
}
