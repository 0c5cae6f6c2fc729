import { InvalidArgumentError } from 'commander';
import { type Permission, permissionNames } from '../identity/permissions.ts';
import { NATIONAL } from '../identity/principal.ts';
import { createKeyCommand, type KeyOptions, linkCommand, scopesIn } from './identity.ts';
import { day, type Parts, type Pretty, prettyOption } from './options.ts';

const usual: readonly Permission[] = [
  ...(['decide', 'rulesets:read', 'decisions:keep', 'decisions:read'] as const),
  ...(['cohorts:read', 'cohorts:keep'] as const),
];

const keysHelp = `
Works on the store that THRESHOLD_DATA or DATABASE_URL names, whether or not a server is running. The key is written once
and only a digest of it is kept. It hangs on no person: revoke it when it is not needed (DELETE /api/v1/keys/{key}).

Scopes: ${permissionNames.join(', ')}

Examples
  npx threshold keys create --name "nightly caseload"
  npx threshold keys create --name reports --scopes decisions:read --authority Hertfordshire --until 2027-04-01
`;

const keysExamples = `
Examples
  npx threshold keys create --name "nightly caseload"
  npx threshold help keys create
`;

const peopleExamples = `
Examples
  npx threshold people link ada@example.org
  npx threshold help people link
`;

const linkHelp = `
For somebody who has lost their password, when no administrator can send them a link. It is good once and for 24 hours,
and voids the one before. THRESHOLD_ORIGIN says where people reach the server.

Examples
  npx threshold people link ada@example.org
`;

function scopes(text: string): Permission[] {
  const known = scopesIn(text);
  if (known !== undefined) return known;
  throw new InvalidArgumentError(`It is not a list of ${permissionNames.join(', ')}.`);
}

function addKeys({ program, io, settle }: Parts): void {
  program
    .command('keys')
    .summary('keys of programs')
    .description('Keys with which programs call the server.')
    .addHelpText('after', keysExamples)
    .command('create')
    .summary('make a key')
    .description('Makes a key, and writes it once.')
    .requiredOption('--name <name>', 'what it is for')
    .option('--scopes <list>', `what it may do, with commas (default: ${usual.join(',')})`, scopes)
    .option('--authority <name>', 'whose families it sees', NATIONAL)
    .option('--until <day>', 'the first day it is no longer good', day)
    .addOption(prettyOption())
    .addHelpText('after', keysHelp)
    .action(async (options: Partial<KeyOptions> & Pick<KeyOptions, 'name' | 'authority'> & Pretty) => {
      settle(await createKeyCommand({ scopes: usual, ...options }, io), options.pretty === true);
    });
}

function addPeople({ program, io, settle }: Parts): void {
  program
    .command('people')
    .summary('people who sign in')
    .description('People who sign in to the server.')
    .addHelpText('after', peopleExamples)
    .command('link')
    .summary('a link to choose a password with')
    .description('Makes a link with which a person chooses a password, and writes it once.')
    .argument('<email>', 'the address they sign in with')
    .addOption(prettyOption())
    .addHelpText('after', linkHelp)
    .action(async (email: string, options: Pretty) => {
      settle(await linkCommand(email, io), options.pretty === true);
    });
}

/** The commands for when nobody can sign in: they work on the store itself. */
export const identityCommands = [addKeys, addPeople];
