import { createSignal } from 'solid-js';
import type { Answer, Client, Problem } from '../api.ts';
import { toldBy } from '../claims/told-by.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';

export type ExampleName =
  'schedule' | 'programme' | 'unit-costs' | 'family-e' | 'counted-costs' | 'counted-sheet' | 'family';
export type Document = Readonly<Record<string, unknown>>;

/** An example that comes with the server. */
export const exampleOf = (client: Client, name: ExampleName) =>
  toldBy<Document>(client.examples[':name'].$get({ param: { name } }));

interface Plan<Found> {
  /** What the server makes of a document. */
  readonly ask: (client: Client, document: Document) => Promise<Answer<Found>>;
  readonly example: (client: Client) => Promise<Answer<Document>>;
  /** What a file should hold, such as `a schedule`; said where it is not in its form. */
  readonly what?: string;
  /** The document of the file with what else was given beside it, or why it cannot be sent. */
  readonly complete?: (document: Document) => Promise<Document | string>;
}

/** The JSON object that a text holds; undefined where it holds none. */
export function documentIn(text: string): Document | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Document)
      : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a file: a fault of its form is none of the address that it was sent to. */
function wrongInFile({ type, title }: Problem, what: string | undefined): string {
  if (!type.endsWith('/body-invalid')) return title;
  return what === undefined
    ? 'the file is not in the form that is wanted here'
    : `the file is not written as ${what} is`;
}

/** A document that is sent from a file, or the example in its place, and what the server makes of it. */
export function createSent<Found>({ ask, example, what, complete }: Plan<Found>) {
  const { client } = useSession();
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [found, setFound] = createSignal<Found>();
  const [document, setDocument] = createSignal<Document>();
  const [faults, setFaults] = createSignal<readonly string[]>([]);
  const send = async (sent: Document): Promise<{ files?: string }> => {
    const answer = await ask(client, sent);
    setFaults([]);
    setDocument(answer.ok ? sent : undefined);
    setFound(() => (answer.ok ? answer.value : undefined));
    if (answer.ok) return {};
    const { findings = [] } = answer.problem;
    setFaults(findings.map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`)));
    return { files: wrongInFile(answer.problem, what) };
  };
  const [wantsExample, setWantsExample] = createSignal(false);
  /** What was found, and what was wrong, is of the file before. */
  const forget = () => {
    setFaults([]);
    setDocument(undefined);
    setFound(undefined);
  };
  const sendFile = async () => {
    forget();
    const [file] = files();
    const read = documentIn((await file?.text()) ?? '');
    if (read === undefined) return { files: 'the file is not a JSON document' };
    const whole = (await complete?.(read)) ?? read;
    return typeof whole === 'string' ? { files: whole } : send(whole);
  };
  const sendExample = async () => {
    forget();
    const answer = await example(client);
    return answer.ok ? send(answer.value) : { files: answer.problem.title };
  };
  /** Sends another document in place of the one that was found; what is wrong with it, by which nothing is lost. */
  const sendAgain = async (changed: Document): Promise<Problem | undefined> => {
    const answer = await ask(client, changed);
    if (!answer.ok) return answer.problem;
    setDocument(changed);
    setFound(() => answer.value);
    return undefined;
  };
  const form = createForm<'files'>({
    id: 'document',
    fields: { files: '' },
    check: () => (files().length === 0 && !wantsExample() ? { files: 'choose a file' } : {}),
    send: () => (wantsExample() ? sendExample() : sendFile()),
  });
  const submitted = async (isExample: boolean) => {
    setWantsExample(isExample);
    await form.submit();
  };
  // because the last that is chosen is the one that is meant
  const choose = (chosen: readonly File[]) => setFiles(chosen.slice(-1));
  return {
    form: { ...form, submit: () => submitted(false) },
    useExample: () => submitted(true),
    ...{ files, choose, found, document, faults, sendAgain },
  };
}
