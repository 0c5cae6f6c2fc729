import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readEnvironment, type Settings } from '../../server/env.ts';
import type { Machine } from '../../server/machine.ts';
import { serve } from '../../server/serve.ts';
import { root } from '../../server/setup/ensure.mjs';
import { rulesetsFolder, temporaryFolder } from '../builders/rulesets-folder.ts';

describe('the environment', () => {
  test('may be empty: then everything is as the README says', () => {
    expect(readEnvironment({})).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 3000,
        key: undefined,
        origin: undefined,
        behindProxy: false,
        open: false,
        rulesets: undefined,
        data: undefined,
        databaseUrl: undefined,
        bodyBytes: 2 * 1024 * 1024,
        evaluationsAtOnce: 32,
        batchesAtOnce: 2,
        cohortBytes: 1024 * 1024 * 1024,
        threads: undefined,
        drainSeconds: 10,
        logLevel: 'info',
      },
    });
  });

  test.for([
    { why: 'any free port', variables: { PORT: '0' }, ok: true },
    { why: 'the last port', variables: { PORT: '65535' }, ok: true },
    { why: 'one past the last port', variables: { PORT: '65536' }, ok: false },
    { why: 'a port in words', variables: { PORT: 'http' }, ok: false },
    { why: 'a port below none', variables: { PORT: '-1' }, ok: false },
    { why: 'set to nothing, which is not set', variables: { PORT: '' }, ok: true },
    { why: 'a key of 16 characters', variables: { THRESHOLD_KEY: 'a'.repeat(16) }, ok: true },
    { why: 'a key of 15 characters', variables: { THRESHOLD_KEY: 'a'.repeat(15) }, ok: false },
    {
      why: 'a key that no header can carry',
      variables: { THRESHOLD_KEY: 'sixteen letters & more' },
      ok: false,
    },
    { why: 'an unknown level', variables: { THRESHOLD_LOG_LEVEL: 'loud' }, ok: false },
    { why: 'the smallest body limit', variables: { THRESHOLD_BODY_BYTES: '1024' }, ok: true },
    { why: 'one byte under it', variables: { THRESHOLD_BODY_BYTES: '1023' }, ok: false },
    { why: 'a database of PostgreSQL', variables: { DATABASE_URL: 'postgres://me@here/it' }, ok: true },
    { why: 'a database of another kind', variables: { DATABASE_URL: 'mysql://me@here/it' }, ok: false },
    { why: 'what is not ours', variables: { EDITOR: 'vi' }, ok: true },
  ])('$why: $ok', ({ variables, ok }) => {
    expect(readEnvironment(variables).ok).toBe(ok);
  });

  test('is told of every error at once, by the variable’s name', () => {
    const read = readEnvironment({ PORT: 'x', THRESHOLD_KEY: 'short', THRESHOLD_EVALUATIONS_AT_ONCE: '0' });
    expect(read).toEqual({
      ok: false,
      error: [
        'PORT is not a port',
        'THRESHOLD_KEY is shorter than 16 characters',
        'THRESHOLD_EVALUATIONS_AT_ONCE is not from 1 to 10000',
      ],
    });
  });
});

let secrets = 0;

/** A machine whose every reach is written down, and that can be asked to stop. */
function machineFor() {
  const said: string[] = [];
  const complained: string[] = [];
  const exits: number[] = [];
  let ask = (): void => undefined;
  let tellStarted = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    tellStarted = resolve;
  });
  const quiet = () => undefined;
  const machine: Machine = {
    clock: () => Date.UTC(2012, 11, 1),
    sinceStart: () => 0,
    ids: () => 'request',
    processors: () => 1,
    scratch: tmpdir,
    secret: () => `made-for-this-test-${String((secrets += 1))}`,
    out: (line) => {
      said.push(line);
      if (line.startsWith('  -d ')) tellStarted();
    },
    err: (line) => {
      complained.push(line);
    },
    log: () => ({ info: quiet, warn: quiet, error: quiet }),
    onStop: (stop) => {
      ask = stop;
    },
    exit: (code) => {
      exits.push(code);
    },
  };
  return {
    machine,
    said,
    complained,
    exits,
    started,
    stop: () => {
      ask();
    },
  };
}

const settings: Omit<Settings, 'data'> = {
  host: '127.0.0.1',
  port: 0,
  key: undefined,
  origin: undefined,
  behindProxy: false,
  open: false,
  rulesets: undefined,
  databaseUrl: undefined,
  bodyBytes: 1024 * 1024,
  evaluationsAtOnce: 4,
  batchesAtOnce: 1,
  cohortBytes: 1024 * 1024,
  threads: 1,
  keepDays: undefined,
  drainSeconds: 5,
  logLevel: 'silent',
};

/** Runs a server until the test has looked at what it said. */
async function served(given: Partial<Settings>, look: (said: string[]) => Promise<void> | void) {
  const { machine, said, exits, started, stop } = machineFor();
  const ended = serve(
    { ...settings, data: temporaryFolder(), rulesets: rulesetsFolder(), ...given },
    machine,
  );
  await started;
  await look(said);
  stop();
  expect(await ended).toBe(0);
  expect(exits).toEqual([]);
}

const madeKey = (said: readonly string[]) => /thr_made-for-this-test-\d+/.exec(said.join(' '))?.[0] ?? '';

const addressIn = (said: readonly string[]) => /http:\/\/127\.0\.0\.1:\d+/.exec(said[0] ?? '')?.[0] ?? '';

/** The words of the printed command as the shell hands them to curl. */
function curlWords(said: readonly string[]): string[] {
  const command = said.slice(said.findIndex((line) => line.startsWith('curl '))).join('\n');
  const script = `curl() { for word; do printf '%s\\0' "$word"; done; }\n${command}`;
  const env = { THRESHOLD_KEY: 'a-key-from-the-environment' };
  return execFileSync('/bin/sh', ['-c', script], { cwd: root, encoding: 'utf8', env })
    .split('\0')
    .slice(0, -1);
}

async function curl(words: readonly string[]): Promise<Response> {
  const [address = '', ...options] = words;
  const after = (flag: string) => options.filter((_, at) => options[at - 1] === flag);
  const headers = after('-H').map((header): [string, string] => {
    const [name = '', value = ''] = header.split(': ');
    return [name, value];
  });
  return fetch(address, { method: 'POST', headers, body: after('-d').join('') });
}

describe('once it listens, the server says what to do next', () => {
  test('what there is, where, and a command that works as it stands', async () => {
    await served({}, async (said) => {
      const address = addressIn(said);
      expect(said.join('\n')).toContain('tiny  A tiny ruleset: 1.0.0 (1.0.0 in force today)');
      expect(said).toContain(`  Start page     ${address}/#key=${madeKey(said)}`);
      expect((await fetch(`${address}/api/v1/reference`)).status).toBe(200);
      const answer = await curl(curlWords(said));
      expect(await answer.json()).toMatchObject({ family: { id: 'F-001' }, ruleset: { id: 'tiny' } });
    });
  });

  test('the key and the set-up link are shown once: later a new link, and how to make another key', async () => {
    const data = temporaryFolder();
    const first: string[] = [];
    await served({ data }, (said) => void first.push(...said));
    expect(first.join('\n')).toMatch(/Set up {9}http:\/\/127\.0\.0\.1:\d+\/set-up#link=\S+/);
    expect(first.join('\n')).toContain('Listening on the loopback address alone');
    await served({ data }, (said) => {
      expect(said.join('\n')).not.toContain('#key=');
      expect(said.join('\n')).toContain('npx threshold keys create --name');
      expect(said.join('\n')).toContain('/set-up#link=');
    });
  });

  test('a key from the environment is used, and never printed', async () => {
    await served({ key: 'a-key-from-the-environment' }, async (said) => {
      expect(said.join('\n')).not.toContain('a-key-from-the-environment');
      expect((await curl(curlWords(said))).status).toBe(200);
    });
  });

  test('an open server needs none', async () => {
    await served({ open: true }, async (said) => {
      expect(said.join('\n')).not.toContain('uthorization');
      expect((await curl(curlWords(said))).status).toBe(200);
    });
  });
});

describe('the server does not start', () => {
  test.for([
    {
      why: 'open to other machines',
      given: { open: true, host: '0.0.0.0' },
      code: 2,
      says: /^--open asks for no key/,
    },
    {
      why: 'to other machines, before there is an administrator',
      given: { host: '0.0.0.0' },
      code: 2,
      says: /^until there is an administrator .*THRESHOLD_KEY$/,
    },
    {
      why: 'with a folder that is not there',
      given: { rulesets: '/nowhere/at/all' },
      code: 1,
      says: /^error: /,
    },
    {
      why: 'at an address that is not this machine’s',
      given: { host: '203.0.113.1', key: 'a-key-from-the-environment' },
      code: 1,
      says: /^cannot listen at 203/,
    },
  ])('$why', async ({ given, code, says }) => {
    const { machine, complained } = machineFor();
    expect(
      await serve({ ...settings, data: temporaryFolder(), rulesets: rulesetsFolder(), ...given }, machine),
    ).toBe(code);
    expect(complained[0]).toMatch(says);
  });

  test('with a ruleset that has errors: it names the file and the place', async () => {
    const { machine, complained } = machineFor();
    const rulesets = rulesetsFolder({ 'england/tiny/1.0.0.json': '{"id": }' });
    expect(await serve({ ...settings, data: temporaryFolder(), rulesets }, machine)).toBe(1);
    expect(complained[0]).toMatch(/^error: england\/tiny\/1\.0\.0\.json line 1: /);
  });

  test('with nothing to decide by', async () => {
    const { machine, complained } = machineFor();
    expect(await serve({ ...settings, data: temporaryFolder(), rulesets: temporaryFolder() }, machine)).toBe(
      1,
    );
    expect(complained).toEqual([expect.stringMatching(/^error: the folder `.*` holds no ruleset$/)]);
  });
});

test('a second request to stop ends the process at once', async () => {
  const { machine, exits, started, stop } = machineFor();
  const ended = serve({ ...settings, data: temporaryFolder(), rulesets: rulesetsFolder() }, machine);
  await started;
  stop();
  stop();
  expect(exits).toEqual([1]);
  await ended;
});
