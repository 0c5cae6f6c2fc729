import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { err, ok, type Result } from '../engine/index.ts';
import type { Log } from './log.ts';
import type { Lifecycle } from './deps.ts';

export interface Place {
  readonly host: string;
  /** 0 asks for any free port. */
  readonly port: number;
}

export interface Listening {
  readonly server: Server;
  /** `http://127.0.0.1:3000`, with the port that was given. */
  readonly address: string;
}

/** A sender has 10 s for the head of a request, 16 KiB at most. How long the rest may take, its route says. */
const serverLimits = {
  headersTimeout: 10_000,
  requestTimeout: 0,
  maxHeaderSize: 16 * 1024,
  // because a proxy keeps one for a minute: none is closed while a request is on its way to it
  keepAliveTimeout: 75_000,
};
/** A connection on which nothing moves either way, such as one whose reader has stopped, is closed. */
const IDLE_MILLISECONDS = 60_000;

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else is listening there; set `PORT` to another, or to 0 for any free one',
  EACCES: 'this user may not listen there; set `PORT` to 1024 or above',
  EADDRNOTAVAIL: 'this machine has no such address; set `HOST` to one it has',
  ENOTFOUND: 'there is no host of that name; set `HOST` to an address of this machine',
};

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string')
    throw new Error('invariant: a listening server has a port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}

/** Begins to listen, or says in one sentence why it cannot. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: Place,
): Promise<Result<Listening, string>> {
  const answer = getRequestListener(fetch);
  const server = createServer(serverLimits, (request, response) => void answer(request, response));
  server.timeout = IDLE_MILLISECONDS;
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''] ?? `the system says ${error.code ?? error.name}`;
      resolve(err(`cannot listen at ${host}, port ${port}: ${reason}`));
    });
    server.listen(port, host, () => {
      resolve(ok({ server, address: addressOf(server, host) }));
    });
  });
}

export interface Draining {
  readonly lifecycle: Lifecycle;
  readonly log: Log;
  /** How long requests that have begun may take; then their connections are cut. */
  readonly seconds: number;
}

/** Stops accepting, lets what has begun finish, and resolves to whether all of it did. */
export function drain(server: Server, { lifecycle, log, seconds }: Draining): Promise<boolean> {
  lifecycle.draining = true;
  log.info({}, 'draining');
  let whole = true;
  // Without this an idle keep-alive connection would hold the server until it times out.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 100);
  const cut = setTimeout(() => {
    whole = false;
    server.closeAllConnections();
  }, seconds * 1000);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      log[whole ? 'info' : 'warn']({ whole }, 'stopped');
      resolve(whole);
    });
    server.closeIdleConnections();
  });
}
