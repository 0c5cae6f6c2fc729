import { register } from 'tsx/esm/api';

// Where nothing is built yet, as in development and in tests: a thread does not inherit what reads TypeScript.
register();
const { default: decideTask } = /** @type {{ default: (task: unknown) => unknown }} */ (
  await import(new URL('./worker.ts', import.meta.url).href)
);

export default decideTask;
