import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { turnstile } from '../busy.ts';
import { cohort, type Cohort } from '../cohorts/find.ts';
import { takeIn } from '../cohorts/intake.ts';
import { filesIn } from '../cohorts/multipart.ts';
import { type Form, formOf, type SentFile } from '../cohorts/reading/upload.ts';
import { sentBytes } from '../cohorts/sent-bytes.ts';
import { shownCohort } from '../cohorts/shown.ts';
import type { Progress, Underway } from '../cohorts/underway.ts';
import { readerOf, vocabularyMeant } from '../cohorts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../governance/refusal.ts';
import { loggable } from '../log.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { cohortDocument, cohortId } from './cohorts-contract.ts';

const query = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ description: 'What people call it. Name no family in it.' }),
  id: cohortId.optional().meta({
    description: 'Chosen by whoever wants to ask how far the upload is; otherwise the server chooses one.',
  }),
  file: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The name of a body that is one file: `offence.csv`. Without it, `wide.csv`.' }),
  vocabulary: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'What it is read in; where there is more than one it must be named.' }),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const binary = { schema: { type: 'string', format: 'binary' } } as const;
const cohortAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: cohortDocument } },
});

const uploadRoute = createRoute({
  tags: ['Cohorts'],
  security: [{ key: [] }],
  method: 'post',
  path: '/cohorts',
  summary: 'Upload families',
  description:
    'NDJSON, a family a line; or tables as CSV, a file a table, or one wide file; or workbooks whose sheets are named for the tables. Several files go as `multipart/form-data`, one as the body. Everything is read before anything is told: a row with something wrong holds its family aside and the cohort is `open`; a file that cannot be read leaves nothing of the upload. Where putting families together takes longer than a sender can wait, the answer is 202, and `GET /cohorts/{id}` says when it is done. One that is cut off is cancelled.',
  request: { query },
  // because it is read as it comes, by nothing that holds the whole of it
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: { type: 'object', additionalProperties: { type: 'string', format: 'binary' } },
      },
      'text/csv': binary,
      'application/x-ndjson': binary,
      [XLSX]: binary,
    },
  },
  responses: {
    201: cohortAnswer('Received: `whole`, or `open` with rows held aside'),
    202: cohortAnswer('The files are read, and the families are still put together'),
    400: problemAnswer('query-invalid', 'body-cut-off'),
    401: problemAnswer('key-missing', 'key-wrong'),
    404: problemAnswer('vocabulary-not-found'),
    409: problemAnswer('cohort-there', 'cohort-cancelled'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    422: problemAnswer('cohort-unreadable'),
    429: problemAnswer('too-busy'),
    500: problemAnswer('unexpected'),
  },
});

const multipart = /^multipart\/form-data\s*;.*boundary=/i;
const bodies: readonly { readonly type: RegExp; readonly form: Form; readonly file: string }[] = [
  { type: /^text\/csv\b/i, form: 'csv', file: 'wide.csv' },
  { type: /^application\/x-ndjson\b/i, form: 'ndjson', file: 'families.ndjson' },
  { type: new RegExp(`^${XLSX.replaceAll('.', '\\.')}\\b`, 'i'), form: 'xlsx', file: 'cohort.xlsx' },
];

type Files = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<SentFile>;

/** How the files lie in a body of this type; undefined where it is none that is read. */
function filesOf(c: Context<ServerEnv>, named: string | undefined): Files | undefined {
  const type = c.req.header('content-type') ?? '';
  if ((c.req.header('content-encoding') ?? 'identity') !== 'identity') return undefined;
  if (multipart.test(type)) return (bytes) => filesIn(bytes, type);
  const body = bodies.find((one) => one.type.test(type));
  if (body === undefined) return undefined;
  const file = named ?? body.file;
  return async function* one(bytes) {
    yield await Promise.resolve({ file, form: formOf(file) ?? body.form, bytes });
  };
}

/** What is done by then; undefined where it takes longer than a sender can wait after the end of its body. */
async function inTime<T>(
  done: Promise<T>,
  sent: Promise<unknown>,
  milliseconds: number,
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = sent.then(
    () =>
      new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, milliseconds, undefined);
      }),
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A promise, and what keeps it. */
function signal(): readonly [Promise<void>, () => void] {
  let keep = (): void => undefined;
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return [kept, keep];
}

/** The bytes as they come, and when the last of them was read. */
function watched(bytes: AsyncIterable<Uint8Array>) {
  const [sent, isOver] = signal();
  async function* all(): AsyncGenerator<Uint8Array, void> {
    yield* bytes;
    isOver();
  }
  return { bytes: all(), sent };
}

type Asked = z.infer<typeof query> & { readonly id: string };

interface Upload {
  readonly done: Promise<Cohort>;
  /** When the last byte was read, and the cohort has its entry in the store: neither waits for the other. */
  readonly sent: Promise<unknown>;
  readonly progress: Progress;
}

/** Families as they are uploaded. */
export function cohortUploads(deps: Deps, underway: Underway) {
  const { store, shelf, limits, log, ids, scratch } = deps;
  const enter = turnstile(limits.batchesAtOnce);
  const begun = async (c: Context<ServerEnv>, asked: Asked, files: Files): Promise<Upload> => {
    const { id, title } = asked;
    const { basis } = await shelf.current();
    const vocabulary = vocabularyMeant(basis, asked.vocabulary);
    const vocabularyHash = basis.vocabularies.get(vocabulary)?.hash ?? '';
    const progress = underway.begin(id);
    const { bytes, sent } = watched(
      sentBytes(c.req.raw.body ?? new Blob([]).stream(), progress, limits.cohortBytes),
    );
    const [entered, onBegun] = signal();
    const done = takeIn(
      files(bytes),
      { id, title, vocabulary, vocabularyHash },
      {
        ...{ store, scratch, progress, onBegun, lineBytes: limits.bodyBytes },
        ...{ principal: c.get('principal'), stillAllowed: c.get('stillAllowed') },
        reader: readerOf(basis, vocabulary),
      },
    ).finally(() => {
      underway.end(id);
    });
    return { done, sent: Promise.all([sent, entered]), progress };
  };
  const shownIn = async (c: Context<ServerEnv>, id: string, progress: Progress) => {
    const now = await cohort(store, id, c.get('principal'));
    if (now === undefined) throw new Error('invariant: an upload under way has its entry');
    return shownCohort(now, progress);
  };
  const late = (requestId: string) => (error: unknown) => {
    if (error instanceof Refusal) log.warn({ requestId, problem: error.problem }, 'an upload was refused');
    else log.error({ requestId, error: loggable(error) }, 'an upload failed');
  };
  return new OpenAPIHono<ServerEnv>().openapi(uploadRoute, async (c) => {
    const asked = c.req.valid('query');
    const files = filesOf(c, asked.file);
    if (files === undefined) return problem(c, 'content-type-unsupported');
    const leave = enter();
    if (leave === undefined) {
      c.header('Retry-After', '10');
      return problem(c, 'too-busy');
    }
    // What a refused sender has yet to send is not wanted, so neither is the connection.
    c.header('Connection', 'close');
    const id = asked.id ?? ids();
    const upload = await begun(c, { ...asked, id }, files).catch((error: unknown) => {
      leave();
      throw error;
    });
    const { done, sent, progress } = upload;
    void done.then(leave, leave);
    const now = await inTime(done, sent, limits.cohortMilliseconds);
    c.header('Connection', undefined);
    if (now !== undefined) return c.json(shownCohort(now, undefined), 201);
    done.catch(late(c.get('requestId')));
    return c.json(await shownIn(c, id, progress), 202);
  });
}
