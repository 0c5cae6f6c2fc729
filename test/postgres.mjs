import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// A PostgreSQL server to test on: the one of TEST_DATABASE_URL, or one made for the run from Debian's binaries.

/** @typedef {{ url: string, stop: () => void } | { none: string }} Spare */

const debian = '/usr/lib/postgresql';

/** @returns {string | undefined} */
function binaries() {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).at(0);
  const folder = newest === undefined ? undefined : path.join(debian, newest, 'bin');
  return folder !== undefined && existsSync(path.join(folder, 'initdb')) ? folder : undefined;
}

/**
 * A port that was free a moment ago, asked of a process of its own because this one waits for nothing.
 * @returns {number}
 */
function freePort() {
  const script =
    "const s=require('node:net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
  return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout);
}

/** @param {string} name */
const idOf = (name) => Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout || NaN);

/**
 * Starts a server in a folder of its own, on 127.0.0.1 alone. As root it is the user `postgres` who runs it, because
 * PostgreSQL refuses to be run by root.
 * @returns {Spare}
 */
export function spareServer() {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: () => undefined };
  const bin = binaries();
  if (bin === undefined)
    return { none: `no PostgreSQL was found in ${debian}; TEST_DATABASE_URL can name one` };
  const asRoot = process.getuid?.() === 0;
  const user = idOf('postgres');
  if (asRoot && Number.isNaN(user))
    return { none: 'PostgreSQL does not run as root, and there is no user postgres' };
  const folder = mkdtempSync(path.join(tmpdir(), 'threshold-postgres-'));
  if (asRoot) chownSync(folder, user, user);
  /** @param {string} command */
  const run = (command) => {
    const [program = '', ...args] = asRoot ? ['su', 'postgres', '-c', command] : ['sh', '-c', command];
    return spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  };
  const data = path.join(folder, 'data');
  const port = freePort();
  const stop = () => {
    run(`${bin}/pg_ctl -D ${data} -m immediate -w stop`);
    rmSync(folder, { recursive: true, force: true });
  };
  const made = run(`${bin}/initdb -D ${data} -U threshold -A trust --no-sync`);
  const options = `-c listen_addresses=127.0.0.1 -c port=${String(port)} -c unix_socket_directories= -c fsync=off`;
  const started =
    made.status === 0 ? run(`${bin}/pg_ctl -D ${data} -w -o '${options}' -l ${folder}/log start`) : made;
  if (started.status !== 0) {
    stop();
    return { none: `PostgreSQL did not start: ${started.stderr}` };
  }
  return { url: `postgres://threshold@127.0.0.1:${String(port)}/postgres`, stop };
}
