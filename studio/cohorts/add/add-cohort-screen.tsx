import { Show } from 'solid-js';
import { cohortsAddress } from '../../addresses.ts';
import { Screen } from '../../frame/screen.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { FormView } from '../../ui/form-view.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from '../cohorts.module.css';
import { FindingTable } from '../finding-table.tsx';
import { createAdding, endings } from './create-adding.ts';
import { SendingView } from './sending-view.tsx';
import { Templates } from './templates.tsx';

/** Uploads families from files, to be a cohort. */
export function AddCohortScreen() {
  const { form, sending, files, setFiles, faults } = createAdding();
  return (
    <Screen
      title="Upload families"
      wrong={form.mistakes().length > 0}
      trail={[{ href: cohortsAddress(), text: 'Cohorts' }]}
      lead={
        <p>
          Everything is read before anything is used. Rows that are wrong are held aside, to be mended here;
          where a whole file cannot be read, nothing of the upload is kept.
        </p>
      }
    >
      <Show when={!sending.busy()} fallback={<SendingView sending={sending} />}>
        <FormView form={form} send="Upload" sending="Uploading">
          <TextField
            form={form}
            name="title"
            label="Name of the cohort"
            hint="What you will know it by, such as “Caseload, June 2014”. Name no family in it."
            autocomplete="off"
          />
          <FileField
            id={form.control('files')}
            label="Files"
            hint="CSV, Excel workbooks (.xlsx), or NDJSON with a family a line. Choose all files of the cohort."
            error={form.wrong('files')}
            accept={endings}
            files={files()}
            onChange={setFiles}
          />
        </FormView>
        <Show when={faults().length > 0}>
          <section class={styles.part} aria-labelledby="faults-title">
            <h2 id="faults-title">Why the files could not be read</h2>
            <p class={styles.text}>
              Mend the files, choose them again under the same names, and upload once more.
            </p>
            <FindingTable caption="What is wrong with the files" findings={faults()} />
          </section>
        </Show>
        <Templates />
      </Show>
    </Screen>
  );
}
