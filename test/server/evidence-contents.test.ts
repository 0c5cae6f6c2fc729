import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { documentsUnder } from '../../server/evidence/documents.ts';
import type { EvidencePack } from '../../server/evidence/format.ts';
import type { Library } from '../../server/library/library.ts';
import { noProgrammeDocuments } from '../../server/library/programme-documents.ts';
import { correctedCalendar } from '../builders/corrected.ts';
import { governed } from '../builders/governed.ts';
import { authorised, exampleFamily, posting } from '../builders/http.ts';
import { verified } from '../builders/packs.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

const nothing: Library = {
  basis: { vocabularies: new Map(), calendars: new Map() },
  programme: noProgrammeDocuments,
  rulesets: new Map(),
  releases: [],
};

test.for(databases)('two contents of one calendar stand in a pack side by side: $name', async ({ open }) => {
  const product = await governed(open, rulesetsFolder());
  const app = createApp(product.deps);
  const keep = async (version: string) => {
    const asked = {
      ruleset: { id: 'tiny', version },
      asOf: '2013-10-01',
      family: exampleFamily(),
      keep: 'family',
    };
    const answer = await app.request('/api/v1/evaluations', posting(asked));
    expect(answer.status, await answer.text()).toBe(200);
  };
  await keep('1.0.0');
  await correctedCalendar(product);
  await keep('1.0.1');
  const answer = await app.request('/api/v1/families/F-001/evidence-pack', { headers: authorised });
  const text = await answer.text();
  const { documents, decisions } = JSON.parse(text) as EvidencePack;
  expect(documents.calendars.map(({ name, document }) => [name, document['title']]).sort()).toEqual([
    ['england', 'Corrected'],
    ['england', expect.not.stringContaining('Corrected') as string],
  ]);
  expect(decisions.map(({ replayed }) => replayed.result)).toEqual(['same', 'same']);
  expect(verified(text).found).toEqual([]);

  const { store } = product.deps;
  const rows = await store.read((q) => q.select().from(store.tables.decision));
  const [words] = documents.vocabularies;
  expect(words?.hash).toBe(rows[0]?.familyVocabularyHash);
  // because a vocabulary that a family was written in may be one that no version rests on any more
  expect(await documentsUnder(store, nothing, rows)).toEqual({
    rulesets: [],
    vocabularies: [words],
    calendars: [],
  });
});
