import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { cohortAddress } from '../../addresses.ts';
import type { CohortFinding } from '../../api.ts';
import { createForm } from '../../ui/create-form.ts';
import { titleNeeded } from '../title-needed.ts';
import { createSending } from './create-sending.ts';

/** The endings of files that are read. */
export const endings = '.csv,.txt,.xlsx,.ndjson,.jsonl';

/** What is to be uploaded, and what was wrong with it; both stay as they were chosen until it is right. */
export function createAdding() {
  const navigate = useNavigate();
  const sending = createSending();
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [faults, setFaults] = createSignal<readonly CohortFinding[]>([]);
  const form = createForm({
    id: 'cohort',
    fields: { title: '', files: '' },
    check: ({ title }) => ({
      ...(title.trim() === '' && { title: titleNeeded }),
      ...(files().length === 0 && { files: 'choose the files to upload' }),
    }),
    send: async ({ title }) => {
      setFaults([]);
      const answer = await sending.begin({ title: title.trim(), files: files() });
      if (answer.ok) {
        navigate(cohortAddress(answer.value.id));
        return {};
      }
      const { problem } = answer;
      setFaults(problem.faults ?? []);
      return { files: [problem.title, problem.detail].filter(Boolean).join(': ') };
    },
  });
  return { form, sending, files, setFiles, faults };
}
