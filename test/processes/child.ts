import { writeSync } from 'node:fs';
import { openStoreAt } from '../../server/store/open.ts';
import { scripts } from './scripts.ts';

// node child.js FILE SCRIPT RUN: opens a store once a line comes, then writes until it is killed, saying what it begins
// and what is kept. Without a script it only opens.

const [file = '', script = '', run = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

say('waiting');
await new Promise((resolve) => process.stdin.once('data', resolve));
const store = await openStoreAt(file, () => performance.timeOrigin + performance.now());
say('open');
const ready = scripts[script]?.ready(store);
for (let n = 0; ready !== undefined; n += 1) {
  const name = `${run}-${String(n)}`;
  const write = await ready(name);
  say(`begins ${name}`);
  await write();
  say(`kept ${name}`);
}
await store.close();
process.exit(0);
