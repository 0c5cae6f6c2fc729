import { register } from 'tsx/esm/api';

// Where nothing is built yet, as in development and in tests: a thread does not inherit what reads TypeScript.
register();
const { href } = new URL('./worker.ts', import.meta.url);
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- because an address that is made here has no type
const { default: decideTask, decidePart } = await import(href);

export default decideTask;
export { decidePart };
