import { Show } from 'solid-js';
import { FormView } from '../../ui/form-view.tsx';
import type { FilterNamed } from './create-filter.ts';
import type { FilterForm } from './create-filter-form.ts';
import styles from '../decisions.module.css';
import { FilterFieldsView } from './filter-fields-view.tsx';
import { FilterSaid } from './filter-said.tsx';

interface FilterDetailsProps {
  readonly form: FilterForm;
  readonly named: FilterNamed;
  /** The address of the screen where nothing is narrowed. */
  readonly path: string;
  /** What its button says. */
  readonly send: string;
}

/** Which decisions a screen is about, in words; another choice is a form that opens below them. */
export function FilterDetails(props: FilterDetailsProps) {
  return (
    <section class={styles.part} aria-label="Which decisions">
      <FilterSaid words={props.named.words()} all="Over all kept decisions." />
      <details class={styles.screenOnly} open={props.form.mistakes().length > 0}>
        <summary>Choose which decisions</summary>
        <div class={styles.inner}>
          <FormView form={props.form} send={props.send} sending="Looking">
            <FilterFieldsView form={props.form} />
          </FormView>
          <Show when={props.named.words().length > 0}>
            <p>
              <a href={props.path}>Clear, and ask about all</a>
            </p>
          </Show>
        </div>
      </details>
    </section>
  );
}
