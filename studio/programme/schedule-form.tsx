import { For, untrack } from 'solid-js';
import type { Problem } from '../api.ts';
import styles from '../claims/claims.module.css';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { changedSchedule, countTyped, type ScheduleTyped, typedOf } from './changed-schedule.ts';
import type { Document } from './create-sent.ts';
import own from './programme.module.css';

interface ScheduleFormProps {
  readonly schedule: Document;
  /** Works a schedule out in place of the one before; what is wrong with it. */
  readonly onChange: (schedule: Document) => Promise<Problem | undefined>;
}

const lengths = [
  { name: 'leavesAfter', label: 'Columns until a family leaves' },
  { name: 'claimableAfter', label: 'Columns until a result can be claimed' },
] as const;

const columnName = (at: number) => `columns/${String(at)}/engaged`;

/** The typed fields, by the place that each has in the schedule. */
function fieldsOf({ columns, leavesAfter, claimableAfter }: ScheduleTyped): Record<string, string> {
  const engaged = columns.map((column, at) => [columnName(at), column.engaged] as const);
  return { ...Object.fromEntries(engaged), leavesAfter, claimableAfter };
}

function createScheduleForm(props: ScheduleFormProps) {
  const { columns } = untrack(() => typedOf(props.schedule));
  const typedIn = (typed: Readonly<Record<string, string>>): ScheduleTyped => ({
    columns: columns.map(({ label }, at) => ({ label, engaged: typed[columnName(at)] ?? '' })),
    leavesAfter: typed['leavesAfter'] ?? '',
    claimableAfter: typed['claimableAfter'] ?? '',
  });
  const form = createForm<string>({
    id: 'schedule',
    fields: fieldsOf(untrack(() => typedOf(props.schedule))),
    check: (typed) =>
      Object.fromEntries(
        Object.entries(typed).flatMap(([name, text]) => {
          const isLength = lengths.some((one) => one.name === name);
          const isNone = !isLength && text.trim() === '';
          return isNone || countTyped(text) !== undefined ? [] : [[name, 'enter a whole number, such as 39']];
        }),
      ),
    send: async (typed) => {
      const wrong = await props.onChange(changedSchedule(props.schedule, typedIn(typed)));
      if (wrong === undefined) return {};
      const findings = wrong.findings ?? [];
      const placed = findings.filter(({ pointer }) => pointer.slice(1) in typed);
      if (placed.length === 0) return { leavesAfter: findings[0]?.message ?? wrong.title };
      return Object.fromEntries(placed.map(({ pointer, message }) => [pointer.slice(1), message]));
    },
  });
  return { columns, form };
}

/** What is taken on in each column and how long it takes, to be changed and worked out again. */
export function ScheduleForm(props: ScheduleFormProps) {
  const { columns, form } = createScheduleForm(props);
  const field = (name: string, label: string) => (
    <LineField
      id={form.control(name)}
      label={label}
      size="short"
      numeric
      error={form.wrong(name)}
      value={form.typed(name)}
      onInput={(text) => {
        form.type(name, text);
      }}
    />
  );
  return (
    <details>
      <summary>Change it</summary>
      <div class={styles.inner}>
        <FormView form={form} send="Work it out again" sending="Working it out">
          <div class={own.typed}>
            <For each={lengths}>{({ name, label }) => field(name, label)}</For>
          </div>
          <fieldset>
            <legend>Families taken on</legend>
            <div class={own.typed}>
              <For each={columns.map(({ label }, at) => ({ label, name: columnName(at) }))}>
                {({ name, label }) => field(name, label)}
              </For>
            </div>
          </fieldset>
        </FormView>
      </div>
    </details>
  );
}
