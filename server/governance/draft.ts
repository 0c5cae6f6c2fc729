import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { NATIONAL, type Principal } from '../identity/principal.ts';
import { type ContentKind, contentKinds } from '../library/content-kinds.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import { Refusal } from './refusal.ts';
import { type DraftAct, type DraftState, draftStates, isState, stepOf } from './states.ts';

export const draftKinds = ['ruleset', ...contentKinds] as const;
export type DraftKind = (typeof draftKinds)[number];

const band = z
  .strictObject({ from: z.int(), to: z.int() })
  .refine(({ from, to }) => from <= to, '`to` is not below `from`');

/** What the author expects to change. Bands are of a cohort on a day, beside the version that the draft was made from. */
export const expectedImpact = z
  .strictObject({
    cohort: z.string().max(100).optional().meta({ description: 'Id of a cohort of the author’s authority.' }),
    asOf: z.iso.date().optional().meta({ description: 'The day on which its families are looked at.' }),
    families: band
      .optional()
      .meta({ description: 'How many more families are eligible, from and to; below 0, how many fewer.' }),
    pence: band.optional().meta({ description: 'How many more pence are due, from and to.' }),
    note: z.string().min(1).max(2000),
  })
  .meta({ id: 'ExpectedImpact' });
export type ExpectedImpact = z.infer<typeof expectedImpact>;

/** What the simulation on the author’s cohort found of what is approved. */
export const foundImpact = z
  .strictObject({
    job: z.string().meta({ description: 'The comparison that found it.' }),
    families: z.int().meta({ description: 'Families that were decided.' }),
    wrong: z.int().meta({ description: 'Families that could not be, and count nowhere.' }),
    eligible: z.int().meta({ description: 'How many more families are eligible; below 0, how many fewer.' }),
    duePence: z.int().meta({ description: 'How many more pence are due; below 0, how many fewer.' }),
  })
  .meta({ id: 'FoundImpact' });
export type FoundImpact = z.infer<typeof foundImpact>;

const someone = z.strictObject({ actor: z.string(), name: z.string() });
const hash = z.string();

export const submission = z
  .strictObject({
    version: z
      .string()
      .nullable()
      .meta({ description: 'The number it is fixed to, of a ruleset or unit costs; null of what has none.' }),
    hash: hash.meta({
      description:
        'Over the document, its cases and the hashes of its vocabulary and calendars: what is approved.',
    }),
    revision: z.int(),
    /** What a ruleset rests on; null of anything else. */
    restsOn: z
      .strictObject({
        vocabulary: z.strictObject({ id: z.string(), hash }),
        calendars: z.record(z.string(), hash),
      })
      .nullable(),
    file: z.string(),
    by: someone,
    at: z.string(),
    expectedImpact: z.union([expectedImpact, z.null()]),
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof submission>;

export const approval = z
  .strictObject({
    hash,
    by: someone,
    at: z.string(),
    outOfBand: z
      .boolean()
      .meta({ description: 'What was found lies outside a band, or the approver finds that it does.' }),
    reason: z.string().nullable(),
    simulatedImpact: z.union([foundImpact, z.null()]),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof approval>;

export const origin = z
  .strictObject({
    how: z.enum(['version', 'fork', 'content', 'import']),
    id: z.string(),
    version: z.string().nullable(),
    hash,
  })
  .meta({ id: 'DraftOrigin' });
export type Origin = z.infer<typeof origin>;

/** A draft as it stands. */
export interface Draft extends Omit<Row<'draft'>, 'kind' | 'state' | 'basedOn' | 'submission' | 'approval'> {
  readonly kind: DraftKind;
  readonly state: DraftState;
  readonly basedOn: Origin | null;
  readonly submission: Submission | null;
  readonly approval: Approval | null;
}

function held<T>(form: z.ZodType<T>, text: string | null): T | null {
  return text === null ? null : form.parse(JSON.parse(text));
}

export function draftIn(row: Row<'draft'>): Draft {
  return {
    ...row,
    kind: z.enum(draftKinds).parse(row.kind),
    state: z.enum(draftStates).parse(row.state),
    basedOn: held(origin, row.basedOn),
    submission: held(submission, row.submission),
    approval: held(approval, row.approval),
  };
}

/** Where drafts are read, inside a transaction or outside. */
export interface Reading {
  readonly q: Reads;
  readonly tables: Tables;
}

/** Whether somebody may see the drafts of an authority. */
export function sees(principal: Principal, authority: string): boolean {
  return principal.authority === NATIONAL || principal.authority === authority;
}

/** The draft of an id; one of another authority is as if not there. */
export async function draftOf({ q, tables }: Reading, id: string, principal: Principal): Promise<Draft> {
  const [row] = await q.select().from(tables.draft).where(eq(tables.draft.id, id));
  if (row === undefined) throw new Refusal('draft-not-found');
  if (!sees(principal, row.authority)) throw new Refusal('draft-not-found', {}, true);
  return draftIn(row);
}

/** The state that an act leads to. */
export function after(draft: Draft, act: DraftAct): DraftState {
  const step = stepOf(draft.state, act);
  if (isState(step)) return step;
  throw new Refusal(step, {
    detail: `the draft is ${draft.state === 'draft' ? 'being written' : draft.state}`,
  });
}

export interface Revision extends Row<'draftRevision'> {
  readonly documentText: string;
  readonly casesText: string | null;
}

async function textOf({ q, tables: { content } }: Reading, id: string): Promise<string> {
  const [row] = await q.select().from(content).where(eq(content.id, id));
  if (row === undefined) throw new Error('invariant: the text of a revision is kept');
  return row.text;
}

/** A revision and its texts. */
export async function revisionOf(reading: Reading, draft: string, revision: number): Promise<Revision> {
  const { draftRevision } = reading.tables;
  const [row] = await reading.q
    .select()
    .from(draftRevision)
    .where(and(eq(draftRevision.draft, draft), eq(draftRevision.revision, revision)));
  if (row === undefined) throw new Refusal('revision-not-found');
  return {
    ...row,
    documentText: await textOf(reading, row.document),
    casesText: row.cases === null ? null : await textOf(reading, row.cases),
  };
}

/** What a draft of a published content is named: unit costs go by their id, as rulesets do, and their number is the document's. */
export function draftName(kind: ContentKind, published: string): string {
  return kind === 'unit-costs' ? (published.split('@')[0] ?? published) : published;
}

/** The numbers of what is published of a ruleset, or of unit costs. */
export async function publishedNumbers(
  { q, tables }: Reading,
  { kind, name }: Pick<Draft, 'kind' | 'name'>,
): Promise<string[]> {
  if (kind === 'ruleset') {
    const { publishedVersion } = tables;
    const rows = await q
      .select({ version: publishedVersion.version })
      .from(publishedVersion)
      .where(eq(publishedVersion.ruleset, name));
    return rows.map(({ version }) => version);
  }
  const { publishedBasis } = tables;
  const rows = await q
    .select({ name: publishedBasis.name })
    .from(publishedBasis)
    .where(eq(publishedBasis.kind, kind));
  return rows.flatMap(({ name: published }) => {
    const [id, version] = published.split('@');
    return id === name && version !== undefined ? [version] : [];
  });
}
