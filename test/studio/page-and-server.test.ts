import { describe, expect, test } from 'vitest';
import { createDecider } from '../../studio/decide/decider.ts';
import { createNewsTeller, placesOf } from '../../studio/decide/news.ts';
import { casesOf } from '../../studio/decide/given-case.ts';
import type { HeldVersion } from '../../studio/api.ts';
import { readVersion } from '../../studio/reading/read-version.ts';
import { appFor, authorised, posting } from '../builders/http.ts';

const { app } = appFor();
/** What a decision says beside what was judged: the page does not say it. */
const about = new Set(['id', 'family', 'ruleset', 'engine']);

async function get(path: string): Promise<unknown> {
  const response = await app.request(`/api/v1${path}`, { headers: authorised });
  expect(response.status).toBe(200);
  return response.json();
}

const documentAt = async (path: string) => ((await get(path)) as { document: unknown }).document;

/** A version as the page comes by it: fetched, with all that it rests on, and checked. */
async function readAsThePage(id: string, version: string) {
  const held = (await get(`/rulesets/${id}/versions/${version}`)) as HeldVersion;
  const vocabulary = await documentAt(`/vocabularies/${held.vocabulary.id}`);
  const calendars = await Promise.all(held.calendars.map((one) => documentAt(`/calendars/${one.id}`)));
  const read = readVersion({ held, vocabulary, calendars });
  if (!read.ok) throw new Error(read.problem.title);
  return read.value;
}

describe('law: the page decides as the server does, of every case', () => {
  test.for([
    { id: 'harrow', version: '1.0.0', least: 100 },
    { id: 'phase-2', version: '1.2.0', least: 60 },
  ])('of $id $version', async ({ id, version, least }) => {
    const read = await readAsThePage(id, version);
    const decider = createDecider();
    // As a worker is told: what crosses is a copy.
    decider(structuredClone({ kind: 'rules', rules: { key: id, checked: read.checked } }));
    const heard = new Map<string, readonly unknown[]>();
    const tellNews = createNewsTeller((news) => {
      if (news.kind !== 'traced') return;
      for (const [place, nodes] of structuredClone(news.places)) heard.set(place, nodes);
    });
    const cases = casesOf(read);
    expect(cases.length).toBeGreaterThan(least);
    for (const { id: name, asOf, restateAttachment, family } of cases) {
      const given = family();
      const asked = { rules: id, asOf, restateAttachment, family: JSON.stringify(given), traced: true };
      const said = structuredClone(decider({ kind: 'decide', asked }));
      const question = { ruleset: { id, version }, asOf, restateAttachment, family: given, trace: 'full' };
      const response = await app.request('/api/v1/evaluations', posting(question));
      const server = (await response.json()) as Record<string, unknown>;
      const judgement = Object.fromEntries(Object.entries(server).filter(([part]) => !about.has(part)));
      if (said?.kind !== 'decided') throw new Error(`${name} is decided`);
      expect(said.judgement, name).toEqual(judgement);
      tellNews(said);
      const places = Object.fromEntries([...heard].filter(([, nodes]) => nodes.length > 0));
      expect(places, `${name}, told what is new`).toEqual(placesOf(said.judgement.trace));
    }
  });
});
