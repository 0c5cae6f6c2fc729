import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { partsOfAuthority } from './find.ts';
import { idsOf, type Packed, withoutFamily } from './part.ts';

interface Reading {
  readonly q: Reads;
  readonly tables: Tables;
}

/** Whose family, by which id. */
interface Whose {
  readonly authority: string;
  readonly family: string;
}

/** The parts of an authority's jobs that a family is in, each as it is without it. */
export async function packedWithout(
  reading: Reading,
  { authority, family }: Whose,
): Promise<readonly { readonly part: Pick<Row<'jobPart'>, 'id' | 'job'>; readonly packed: Packed }[]> {
  const found: { part: Pick<Row<'jobPart'>, 'id' | 'job'>; packed: Packed }[] = [];
  for await (const { id, job, ...held } of partsOfAuthority(reading, authority)) {
    const packed = await withoutFamily(held, family);
    if (packed !== undefined) found.push({ part: { id, job }, packed });
  }
  return found;
}

/** The jobs in whose results a family is named. */
export function jobsWith({ read, tables }: Store, { authority, family }: Whose): Promise<string[]> {
  return read(async (q) => {
    const found = new Set<string>();
    for await (const part of partsOfAuthority({ q, tables }, authority))
      if (idsOf(part).includes(family)) found.add(part.job);
    return [...found];
  });
}
