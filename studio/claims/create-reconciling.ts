import { createSignal } from 'solid-js';
import { type Reconciliation, unreachable } from '../api.ts';
import { save } from '../session/save.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { type ReconciliationAsked, recordEvents, reconcileClaims, whyRefused } from './claim-calls.ts';

/** Events that the server takes at once. */
const TOGETHER = 1000;

type Line = Reconciliation['lines'][number];

/** What was paid as claimed by the statement, and is not written down in the ledger. */
export function unrecorded({ lines }: Reconciliation): readonly Line[] {
  const settled = new Set(lines.filter(({ code }) => code === 'settled').map(({ claim }) => claim));
  return lines.filter(({ code, claim }) => code === 'not-recorded' && settled.has(claim));
}

/** The text of a file, in UTF-8 or as Windows writes it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A reconciliation as it is asked for, what was found, and the writing down of what was paid as claimed. */
export function createReconciling() {
  const { client } = useSession();
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [found, setFound] = createSignal<Reconciliation>();
  const [faults, setFaults] = createSignal<readonly string[]>([]);
  let asked: ReconciliationAsked = {};
  const form = createForm<'run' | 'files'>({
    id: 'reconcile',
    fields: { run: 'all', files: '' },
    check: () => ({}),
    send: async ({ run }) => {
      const [file] = files();
      const text = file === undefined ? undefined : await textOf(file);
      asked = {
        ...(run === 'all' ? {} : { run }),
        ...(text === undefined ? {} : { statementCsv: text }),
      };
      const answer = await reconcileClaims(client, asked);
      setFound(answer.ok ? answer.value : undefined);
      setFaults([]);
      if (answer.ok) return {};
      const { findings = [], title } = answer.problem;
      setFaults(
        findings.map(({ message, line }) => (line === undefined ? message : `Line ${line}: ${message}`)),
      );
      return { files: title };
    },
  });
  /** Writes down as paid on a day what the statement paid as claimed; what is wrong with that. */
  const record = async (lines: readonly Line[], on: string): Promise<string | undefined> => {
    const events = lines.flatMap(({ claim, differencePence }) =>
      claim === null ? [] : [{ claim, event: 'paid' as const, on, pence: differencePence }],
    );
    let wrong: string | undefined;
    for (let from = 0; from < events.length && wrong === undefined; from += TOGETHER) {
      const after = await recordEvents(client, events.slice(from, from + TOGETHER));
      if (!after.ok) wrong = whyRefused(after.problem);
    }
    // because what was written before something was wrong is then no longer listed
    await form.submit();
    return wrong;
  };
  // because the last that is chosen is the one that is meant
  const choose = (chosen: readonly File[]) => setFiles(chosen.slice(-1));
  /** Saves what was found as the server writes it; what is wrong with that. */
  const download = async (): Promise<string | undefined> => {
    try {
      const response = await client.reconciliations.$post({ query: { as: 'csv' }, json: asked });
      if (!response.ok) return 'The file could not be had. Try again.';
      save(await response.blob(), 'reconciliation.csv');
      return undefined;
    } catch {
      return unreachable.title;
    }
  };
  return { form, files, choose, found, faults, record, download };
}
