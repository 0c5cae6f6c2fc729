import { createSignal, Show } from 'solid-js';
import type { ClaimRun } from '../api.ts';
import { createPartNames } from '../decisions/filter/create-filter.ts';
import { documentIn } from '../programme/create-sent.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { createForm } from '../ui/create-form.ts';
import { FileField } from '../ui/file-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { claimOne, proposeNext, whyRefused } from './claim-calls.ts';
import styles from './claims.module.css';

interface AloneProps {
  readonly run: ClaimRun;
  readonly onDone: (told: string) => void;
}

/** One family from a file, and the payment that is claimed for it. */
function createAlone(props: AloneProps) {
  const { client } = useSession();
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const form = createForm<'family' | 'payment'>({
    id: 'alone',
    fields: { family: '', payment: '' },
    check: ({ payment }) => ({
      ...(files().length === 0 && { family: 'choose a file' }),
      ...(payment === '' && { payment: 'choose a payment' }),
    }),
    send: async ({ payment }) => {
      const family = documentIn((await files()[0]?.text()) ?? '');
      if (family === undefined) return { family: 'the file is not a JSON document' };
      const done = await claimOne(client, props.run.id, { family, payment });
      if (!done.ok) {
        const isOfPayment = done.problem.findings?.[0]?.pointer.startsWith('/payment') === true;
        return { [isOfPayment ? 'payment' : 'family']: whyRefused(done.problem) };
      }
      props.onDone('The claim was proposed.');
      return {};
    },
  });
  return { form, files, choose: (chosen: readonly File[]) => setFiles(chosen.slice(-1)) };
}

/** Families are claimed for one at a time, until there are no more. */
export function AloneSection(props: AloneProps) {
  const { client } = useSession();
  const { form, files, choose } = createAlone(props);
  const named = createPartNames(() => `${props.run.ruleset.id}@${props.run.ruleset.version}`);
  const payments = () => named.names().judged.find(({ title }) => title === 'Payments')?.parts ?? [];
  const [wrong, setWrong] = createSignal('');
  const close = async () => {
    const done = await proposeNext(client, props.run.id);
    if (done.ok) props.onDone('The run takes no more families.');
    else setWrong(whyRefused(done.problem));
  };
  return (
    <section class={styles.part} aria-labelledby="alone-title">
      <h2 id="alone-title">Claim for one family</h2>
      <p>
        The amount is what the version gives on the day of the run. What was clawed back is claimed again in
        this way alone.
      </p>
      <FormView form={form} send="Propose this claim" sending="Proposing">
        <FileField
          id={form.control('family')}
          label="Family"
          hint="A JSON file of one family."
          error={form.wrong('family')}
          accept=".json"
          files={files()}
          onChange={choose}
        />
        <SelectField
          id={form.control('payment')}
          label="Payment"
          error={form.wrong('payment')}
          options={[
            { value: '', text: 'Choose a payment' },
            ...payments().map(({ id, text }) => ({ value: id, text })),
          ]}
          value={form.typed('payment')}
          onChange={(payment) => {
            form.type('payment', payment);
          }}
        />
      </FormView>
      <Show when={props.run.claims > 0}>
        <div class={styles.acts}>
          <Button onPress={() => void close()}>No more families</Button>
        </div>
        <Show when={wrong() !== ''}>
          <p role="alert">{wrong()}</p>
        </Show>
      </Show>
    </section>
  );
}
