import type { Change, Path, Step } from '../draft/editing.ts';
import { type CaseTold, type Difference, stepsOf } from './difference-in-words.ts';

const casesIn = (file: unknown): readonly unknown[] =>
  typeof file === 'object' && file !== null && 'cases' in file && Array.isArray(file.cases) ? file.cases : [];

const idOf = (one: unknown) => (typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined);

/** Whether what is decided could stand in place of what is expected. */
function isPlain({ path, actual }: Difference): boolean {
  return typeof actual === 'string' || typeof actual === 'number' || (path === '/route' && actual === null);
}

/** The step that makes a case expect what is decided; undefined where that cannot be put in its place. */
export function acceptDecided(file: unknown, told: CaseTold): Step | undefined {
  const at = casesIn(file).findIndex((one) => idOf(one) === told.id);
  const { differences } = told;
  if (at === -1 || differences.length === 0 || !differences.every(isPlain)) return undefined;
  const changes = differences.map((one): Change => {
    const set: Path = ['cases', at, 'expect', ...stepsOf(one.path)];
    return { set, value: one.actual };
  });
  return { what: `Expect what is decided of ${told.id}`, file: 'cases', changes };
}
