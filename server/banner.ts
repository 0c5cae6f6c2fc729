import { isLoopback } from './key.ts';
import type { Library, Version } from './library/library.ts';
import { releaseOn } from './library/in-force.ts';

export interface Banner {
  readonly library: Library;
  readonly build: string;
  readonly address: string;
  readonly today: string;
  /** The key to show: one that was made at this start. One from the environment, or of an earlier start, is not printed. */
  readonly key: 'open' | 'given' | 'kept' | { readonly made: string };
  /** Where the first administrator is made, while there is none. */
  readonly setUp?: string | undefined;
  /** The example family's file, as seen from where the server was started. */
  readonly exampleFile: string;
  readonly example: {
    readonly ruleset: { readonly id: string; readonly version: string };
    readonly asOf: string;
  };
}

function rulesetLines(library: Library, today: string): string[] {
  const newest = [...library.rulesets.values()].flatMap((versions) => versions.at(-1) ?? []);
  const width = Math.max(...newest.map(({ ruleset }) => ruleset.id.length));
  const line = ({ ruleset }: Version) => {
    const numbers = (library.rulesets.get(ruleset.id) ?? []).map((held) => held.ruleset.version).join(', ');
    const now = releaseOn(library.releases, { ruleset: ruleset.id, on: today });
    const inForce = now === undefined ? 'none in force today' : `${now.version} in force today`;
    return `  ${ruleset.id.padEnd(width)}  ${ruleset.title}: ${numbers} (${inForce})`;
  };
  return newest.map(line);
}

const authorization = {
  given: '  -H "Authorization: Bearer $THRESHOLD_KEY" \\',
  kept: '  -H "Authorization: Bearer $THRESHOLD_KEY" \\',
  open: undefined,
} as const;

function curl({ address, key, exampleFile, example }: Banner): string[] {
  const header = typeof key === 'string' ? authorization[key] : `  -H 'Authorization: Bearer ${key.made}' \\`;
  const { ruleset, asOf } = example;
  const question = `{"ruleset":{"id":"${ruleset.id}","version":"${ruleset.version}"},"asOf":"${asOf}","family":'"$(cat ${exampleFile})"'}`;
  return [
    `curl ${address}/api/v1/evaluations \\`,
    ...(header === undefined ? [] : [header]),
    "  -H 'Content-Type: application/json' \\",
    `  -d '${question}'`,
  ];
}

const keyNote = {
  open: '  No key is asked for, because the server was started with --open.',
  given: '  The key is the one in THRESHOLD_KEY.',
  kept: '  Keys are shown once. Make another: npx threshold keys create --name <what it is for>',
} as const;

/** What there is to do before anybody can sign in. */
function setUpLines({ setUp }: Banner): string[] {
  if (setUp === undefined) return [];
  return [
    '',
    '  There is no administrator yet. Open this link to make the first; it is good once and for 24 hours:',
    '',
    `  Set up         ${setUp}`,
  ];
}

/** Whether other machines can call. */
function reachLine({ address, key }: Banner): string[] {
  if (key === 'open' || !isLoopback(new URL(address).hostname.replace(/^\[|\]$/g, ''))) return [];
  return ['  Listening on the loopback address alone: no other machine can call. HOST sets another.'];
}

/** What a person who has just started the server can do next. */
export function bannerLines(banner: Banner): string[] {
  const { address, build, key, library, today } = banner;
  const fragment = typeof key === 'string' ? '' : `#key=${key.made}`;
  const note =
    typeof key === 'string' ? keyNote[key] : '  The key is good from now on, and shown this once: keep it.';
  return [
    `${build} is ready at ${address}`,
    '',
    ...rulesetLines(library, today),
    '',
    `  Start page     ${address}/${fragment}`,
    `  API reference  ${address}/api/v1/reference`,
    note,
    ...reachLine(banner),
    ...setUpLines(banner),
    '',
    'Decide the example family:',
    '',
    ...curl(banner),
  ];
}
