import type { ListedProgramme, ListedUnitCosts, PublishedProgramme } from '../api.ts';
import { toldBy } from '../claims/told-by.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

interface Programmes {
  readonly programmes: readonly ListedProgramme[];
}

interface AllUnitCosts {
  readonly unitCosts: readonly ListedUnitCosts[];
}

/** The programmes that are published. */
export function createProgrammes() {
  const { client } = useSession();
  return createAnswer(
    'programmes',
    () => ({}),
    () => toldBy<Programmes>(client.programmes.$get()),
  );
}

/** One of them, with what it comes to; while none is asked for, nothing is asked. */
export function createProgramme(id: () => string | undefined) {
  const { client } = useSession();
  const question = () => {
    const asked = id();
    return asked === undefined ? undefined : { id: asked };
  };
  return createAnswer('programme', question, (param) =>
    toldBy<PublishedProgramme>(client.programmes[':id'].$get({ param })),
  );
}

/** Every version of unit costs that is published. */
export function createUnitCosts() {
  const { client } = useSession();
  return createAnswer(
    'unit costs',
    () => ({}),
    () => toldBy<AllUnitCosts>(client['unit-costs'].$get()),
  );
}

/** What unit costs are called where one of them is meant: `hertfordshire@1.0.0`. */
export const nameOfCosts = ({ id, version }: Pick<ListedUnitCosts, 'id' | 'version'>) => `${id}@${version}`;
