import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { root } from '../../server/setup/ensure.mjs';

interface Launch {
  executablePath?: string;
  env: NodeJS.ProcessEnv;
  args: string[];
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
/** The part we use of a package that comes with the npm-shipped Chromium. */
interface Tar {
  extract: (to: string) => NodeJS.WritableStream;
}

/** The first that is there. Debian's headless shell is the browser without its windows, and takes less of the processor. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((at) => existsSync(at));
}

/** Unpacks the Chromium that npm ships, once; it carries its own libraries and fonts. */
async function unpack(folder: string) {
  const shipped = path.join(root, 'node_modules/@sparticuz/chromium');
  const making = `${folder}.${String(process.pid)}`;
  mkdirSync(making, { recursive: true });
  const tar = createRequire(path.join(shipped, 'package.json'))('tar-fs') as Tar;
  const open = (name: string) => createReadStream(path.join(shipped, 'bin', name));
  const executable = createWriteStream(path.join(making, 'chromium'), { mode: 0o755 });
  await pipeline(open('chromium.br'), createBrotliDecompress(), executable);
  for (const part of ['al2023', 'fonts', 'swiftshader']) {
    await pipeline(open(`${part}.tar.br`), createBrotliDecompress(), tar.extract(making));
  }
  const fonts = `<dir>${folder}/fonts</dir><cachedir>${folder}/fc-cache</cachedir>`;
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(path.join(making, 'fonts.conf'), `${head}<fontconfig>${fonts}</fontconfig>`);
  renameSync(making, folder);
}

async function shippedByNpm(): Promise<Launch> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: run `npx playwright install chromium`, or set CHROMIUM to one');
  }
  const folder = path.join(root, 'node_modules/.cache/chromium-147');
  if (!existsSync(folder)) await unpack(folder);
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(path.delimiter);
  return {
    executablePath: path.join(folder, 'chromium'),
    // Under the C locale its navigator.language is en-US@posix, on which Intl throws.
    env: {
      ...process.env,
      LC_ALL: 'en_GB.UTF-8',
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
    args,
  };
}

/**
 * The browser the journeys run in: CHROMIUM if it is set, one on the PATH, Playwright's own, or the one npm
 * ships. NPM_CHROMIUM=1 asks for the last.
 */
export async function browser(): Promise<Launch> {
  const { CHROMIUM, NPM_CHROMIUM } = process.env;
  if (CHROMIUM) return { executablePath: CHROMIUM, env: process.env, args };
  if (NPM_CHROMIUM) return shippedByNpm();
  const installed = onPath();
  if (installed) return { executablePath: installed, env: process.env, args };
  const { chromium } = await import('playwright');
  if (existsSync(chromium.executablePath())) return { env: process.env, args };
  return shippedByNpm();
}
