import { Index, Show } from 'solid-js';
import { verdictWords } from '../../decision/verdict-words.ts';
import { Button } from '../../ui/button.tsx';
import type { Form } from '../../ui/create-form.ts';
import field from '../../ui/field.module.css';
import { describedBy, FieldError } from '../../ui/field.tsx';
import { GroupedSelect } from '../../ui/grouped-select.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import styles from '../decisions.module.css';
import type { PartGroup } from './part-names.ts';
import { keptRows, type PartRow, rowsIn } from './part-rows.ts';

interface PartRowsFieldProps<Name extends string> {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly legend: string;
  readonly hint: string;
  readonly groups: readonly PartGroup[];
  /** What the button that adds a row says. */
  readonly add: string;
  /** Whether each row has a weight. */
  readonly weighed?: boolean;
}

/** The groups of parts as a select has them. */
export const optionsOf = (groups: readonly PartGroup[]) =>
  groups.map(({ title, parts }) => ({
    title,
    options: parts.map(({ id, text }) => ({ value: id, text })),
  }));

/** Rows of a part of the rules and a verdict, as many as are added. */
export function PartRowsField<Name extends string>(props: PartRowsFieldProps<Name>) {
  let box: HTMLElement | undefined;
  const id = () => props.form.control(props.name);
  const error = () => props.form.wrong(props.name);
  const rows = () => rowsIn(props.form.typed(props.name));
  const keep = (next: readonly PartRow[]) => {
    props.form.type(props.name, keptRows(next));
  };
  const change = (at: number, edit: Partial<PartRow>) => {
    keep(rows().map((row, place) => (place === at ? { ...row, ...edit } : row)));
  };
  const focusOn = (selector: string) => {
    queueMicrotask(() => [...(box?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)?.focus());
  };
  const add = () => {
    keep([...rows(), { node: '', verdict: 'met', weight: props.weighed ? '5' : '' }]);
    focusOn('li:last-child > :first-child select');
  };
  const remove = (at: number) => {
    keep(rows().filter((_, place) => place !== at));
    focusOn('button');
  };
  return (
    <fieldset
      ref={(element) => (box = element)}
      class={field.field}
      data-wrong={error() === undefined ? undefined : ''}
      aria-describedby={describedBy(id(), error())}
    >
      <legend class={field.label}>{props.legend}</legend>
      <p class={field.hint} id={`${id()}-hint`}>
        {props.hint}
      </p>
      <FieldError id={id()} error={error()} />
      <Show when={rows().length > 0}>
        <ol class={styles.rows}>
          <Index each={rows()}>
            {(row, at) => (
              <li class={styles.row}>
                <GroupedSelect
                  id={at === 0 ? id() : `${id()}-${at}`}
                  label={`Part of the rules${at === 0 ? '' : ` ${at + 1}`}`}
                  none="Choose a part"
                  groups={optionsOf(props.groups)}
                  value={row().node}
                  onChange={(node) => {
                    change(at, { node });
                  }}
                />
                <SelectField
                  id={`${id()}-${at}-verdict`}
                  label={`What it came to${at === 0 ? '' : ` ${at + 1}`}`}
                  options={verdictWords}
                  value={row().verdict}
                  onChange={(verdict) => {
                    change(at, { verdict });
                  }}
                />
                <Show when={props.weighed}>
                  <div class={styles.short}>
                    <LineField
                      id={`${id()}-${at}-weight`}
                      label={`Weight added${at === 0 ? '' : ` ${at + 1}`}`}
                      size="short"
                      numeric
                      value={row().weight}
                      onInput={(weight) => {
                        change(at, { weight });
                      }}
                    />
                  </div>
                </Show>
                <Button
                  label={`Remove row ${at + 1}`}
                  onPress={() => {
                    remove(at);
                  }}
                >
                  Remove
                </Button>
              </li>
            )}
          </Index>
        </ol>
      </Show>
      <div>
        <Button id={rows().length === 0 ? id() : undefined} onPress={add}>
          {props.add}
        </Button>
      </div>
    </fieldset>
  );
}
