import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { listen } from '../../server/listen.ts';
import { appFor } from './http.ts';

/** The app of the tests on a free port of this machine, until the test ends. */
export async function listening(given: Parameters<typeof appFor>[0] = {}) {
  const { app, deps, logged } = appFor(given);
  const started = await listen(app.fetch, { host: '127.0.0.1', port: 0 });
  if (!started.ok) throw new Error(started.error);
  const { server, address } = started.value;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, address, port: Number(new URL(address).port), deps, logged };
}

/** A connection whose bytes the test writes itself. */
export interface Line {
  readonly socket: Socket;
  /** All that came back so far. */
  readonly heard: () => string;
  /** Resolves once what came back has this in it. */
  readonly hears: (words: string) => Promise<string>;
  /** Resolves once the other side has closed. */
  readonly closed: Promise<void>;
}

export async function lineTo(port: number): Promise<Line> {
  const socket = connect({ host: '127.0.0.1', port });
  let text = '';
  let waiting: { words: string; tell: (text: string) => void }[] = [];
  socket.on('data', (chunk) => {
    text += chunk.toString('utf8');
    waiting = waiting.filter(({ words, tell }) => {
      if (text.includes(words)) tell(text);
      return !text.includes(words);
    });
  });
  // A side that closes while we write is no fault of the test's.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      resolve();
    });
  });
  onTestFinished(() => {
    socket.destroy();
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  const hears = (words: string) =>
    new Promise<string>((tell) => {
      if (text.includes(words)) tell(text);
      else waiting.push({ words, tell });
    });
  return { socket, heard: () => text, hears, closed };
}
