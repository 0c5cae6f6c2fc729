import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as plain } from '@playwright/test';
import { root } from '../../server/setup/ensure.mjs';

/** A server as `npm start` starts it, once it is built. */
export interface Started {
  readonly process: ChildProcess;
  /** All it said on standard output when it was ready. */
  readonly said: string;
  readonly address: string;
  /** The start page, with the key in its fragment. */
  readonly link: string;
  /** Where the first administrator is made. */
  readonly setUp: string;
}

/** Starts the built server on a free port and reads what it says. */
export function startServer(): Promise<Started> {
  const main = path.join(root, 'dist/server/main.js');
  const data = mkdtempSync(path.join(tmpdir(), 'threshold-'));
  const env = { PORT: '0', THRESHOLD_LOG_LEVEL: 'error', THRESHOLD_DATA: data };
  const child = spawn(process.execPath, [main], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      reject(new Error(`the server ended with ${String(code)}`));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const link = /Start page +(\S+)/.exec(said)?.[1];
      const setUp = /Set up +(\S+)/.exec(said)?.[1];
      if (link === undefined || setUp === undefined || !said.includes("  -d '")) return;
      resolve({ process: child, said, address: new URL(link).origin, link, setUp });
    });
  });
}

/** Asks a server to stop; its exit code, or null where a signal ended it. */
export function stopServer({ process: child }: Started): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

interface Journey {
  /** What the page asked of whom, and what the browser complained of. */
  readonly heard: { readonly hosts: Set<string>; readonly complaints: string[] };
}

/**
 * A server from its start to its stop, for as long as a worker has use for it. Files that give the same function as
 * their fixture share a worker, and so a server: one that wants its own wraps this in a function of its own.
 */
export async function serverOfWorker(use: (started: Started) => Promise<void>) {
  const started = await startServer();
  await use(started);
  await stopServer(started);
}

/** Journeys through a server of their own, watched for requests elsewhere and for complaints of the browser. */
export const test = plain.extend<Journey, { started: Started }>({
  started: [async ({}, use) => serverOfWorker(use), { scope: 'worker' }],
  baseURL: async ({ started }, use) => {
    await use(started.address);
  },
  heard: async ({ page }, use) => {
    const heard = { hosts: new Set<string>(), complaints: [] as string[] };
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== 'data:') heard.hosts.add(host);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) heard.complaints.push(message.text());
    });
    page.on('pageerror', (error) => heard.complaints.push(error.message));
    await use(heard);
  },
});
