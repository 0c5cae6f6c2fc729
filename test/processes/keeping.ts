import type { Keepable } from '../../server/decisions/keepable.ts';
import { createKeeper } from '../../server/decisions/keeper.ts';
import { requireSame, type Script } from './script.ts';

const writer = { actor: 'system', authority: 'Harrow' };

/** Kept together, under one name. */
const TOGETHER = 3;

const keepable = (family: string): Keepable => ({
  basis: {
    ...{ ruleset: 'tiny', version: '1.0.0', versionHash: 'v', vocabularyHash: 'w', calendarHashes: '{}' },
    ...{ asOf: '2012-12-01', restateAttachment: null, semantics: 1, build: 'b', trace: 'none' },
  },
  ...{ familyVocabularyHash: 'w', contentId: `content-of-${family}`, family },
  ...{ familyHash: `hash-of-${family}`, document: `{"id":"${family}"}` },
  ...{ places: '0', rest: '', answer: '{}', traceDigest: 'd' },
});

/** Decisions, their families, and the keys of these, as the server keeps them: three tables, one transaction. */
export const decisions: Script = {
  ready: (store) => {
    const keeper = createKeeper(store);
    return (name) => {
      const kept = Array.from({ length: TOGETHER }, (_, n) => {
        const record = `${name}/${String(n)}`;
        return { record, keeping: 'family' as const, decision: keepable(record) };
      });
      return Promise.resolve(async () => {
        await keeper.keep(writer, kept);
      });
    };
  },
  found: async (store) => {
    const { decision, familyKey, familyDocument } = store.tables;
    const rows = await store.read((q) => q.select().from(decision));
    const keys = await store.read((q) => q.select().from(familyKey));
    const documents = await store.read((q) => q.select().from(familyDocument));
    const records = rows.map(({ id }) => id);
    requireSame(
      'decisions, and keys of their families',
      records,
      keys.map(({ family }) => family ?? ''),
    );
    requireSame(
      'what decisions name, and families',
      rows.map((row) => row.familyDocument ?? ''),
      documents.map(({ id }) => id),
    );
    const names = [...new Set(records.map((record) => record.split('/')[0] ?? ''))];
    const whole = names.flatMap((name) => Array.from({ length: TOGETHER }, (_, n) => `${name}/${String(n)}`));
    requireSame('decisions, and those that were kept together', records, whole);
    return names;
  },
};
