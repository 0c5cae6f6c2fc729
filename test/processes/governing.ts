import { approveDraft, submitDraft } from '../../server/governance/decide-draft.ts';
import { draftIn } from '../../server/governance/draft.ts';
import { begin, type Beginning } from '../../server/governance/create-draft.ts';
import { releaseDraft } from '../../server/governance/release-draft.ts';
import type { Governing } from '../../server/governance/write-draft.ts';
import type { Principal } from '../../server/identity/principal.ts';
import { storedShelf } from '../../server/shelf/stored-library.ts';
import type { Store } from '../../server/store/store.ts';
import { requireSame, type Script } from './script.ts';

const somebody = (id: string): Principal => ({
  ...{ kind: 'person', id, name: id, authority: 'national', permissions: new Set() },
});
const lead = somebody('lead');
const approver = somebody('approver');
const releaser = somebody('releaser');

/** One shelf for all that is done in a store, as a server has it. */
function governingIn(store: Store): (name: string) => Governing {
  const shelf = storedShelf(store);
  return (name) => ({ store, shelf, ids: () => name });
}

/** Begins a draft of this id and submits it; the hash that is to be approved. */
async function submitted(governing: Governing, beginning: Beginning): Promise<{ id: string; hash: string }> {
  const { id } = await begin(governing, lead, beginning);
  const { submission } = await submitDraft(governing, lead, { id, over: 1 });
  if (submission === null) throw new Error('what is submitted has a submission');
  return { id, hash: submission.hash };
}

async function draftsIn(store: Store) {
  return (await store.read((q) => q.select().from(store.tables.draft))).map(draftIn);
}

/** The drafts that an event is told of, each as often as it is. */
async function toldOf(store: Store, event: string): Promise<string[]> {
  const rows = await store.read((q) => q.select().from(store.tables.rulesetEvent));
  return rows.flatMap((row) => (row.event === event && row.draft !== null ? [row.draft] : []));
}

/** Of a submission whose author states nothing of what it changes. */
const unstated = (hash: string) => ({ hash, found: null, outside: false, awaited: false });

/** An approval, and the entry of the history that tells it. */
export const approvals: Script = {
  ready: (store) => {
    const governing = governingIn(store);
    return async (name) => {
      const beginning = { content: { kind: 'calendar', id: 'england' } } as const;
      const { id, hash } = await submitted(governing(name), beginning);
      return async () => {
        await approveDraft(governing(name), approver, {
          id,
          hash,
          outOfBand: false,
          impact: unstated(hash),
        });
      };
    };
  },
  found: async (store) => {
    const drafts = await draftsIn(store);
    const approved = drafts.filter(({ state }) => state === 'approved').map(({ id }) => id);
    const bound = drafts.filter(({ approval, submission }) => approval?.hash === submission?.hash);
    const holding = bound.flatMap(({ id, approval }) => (approval === null ? [] : [id]));
    requireSame('approved, and with an approval of what is submitted', approved, holding);
    requireSame('approved, and told', approved, await toldOf(store, 'approved'));
    return approved;
  },
};

/** A release: a version of a ruleset of its own, its texts, the day it is in force from, and its history. */
export const releases: Script = {
  ready: (store) => {
    const governing = governingIn(store);
    return async (name) => {
      const as = { id: `tiny-${name}`, title: `Tiny ${name}`, jurisdiction: 'England' };
      const { id, hash } = await submitted(governing(name), { fork: { id: 'tiny', version: '1.0.0', as } });
      await approveDraft(governing(name), approver, { id, hash, outOfBand: false, impact: unstated(hash) });
      return async () => {
        await releaseDraft(governing(name), releaser, { id, days: { from: '2100-01-01' } });
      };
    };
  },
  found: async (store) => {
    const drafts = await draftsIn(store);
    const released = drafts.filter(({ state }) => state === 'released').map(({ id }) => id);
    requireSame('released, and told', released, await toldOf(store, 'released'));
    requireSame('published, and told', released, await toldOf(store, 'published'));
    // which throws where a version is not whole, or is not what its hash says
    const { rulesets } = await storedShelf(store).current();
    const names = [...rulesets.keys()].filter((id) => id !== 'tiny');
    const inForce = names.filter((id) => rulesets.get(id)?.at(0)?.releases.length === 1);
    requireSame('published, and in force', names, inForce);
    requireSame(
      'released, and published',
      released,
      names.map((id) => id.slice('tiny-'.length)),
    );
    return released;
  },
};
