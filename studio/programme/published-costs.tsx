import { createSignal, Show } from 'solid-js';
import styles from '../claims/claims.module.css';
import { ChangeContent } from '../drafts/change-content.tsx';
import { Answered } from '../frame/answered.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Table } from '../ui/table.tsx';
import { createUnitCosts, nameOfCosts } from './create-published.ts';
import type { Document } from './create-sent.ts';

/** Unit costs that are published, one of which may stand in place of some in the file. */
export function createCostsChosen() {
  const costs = createUnitCosts();
  const [chosen, setChosen] = createSignal('');
  const named = () => costs.value()?.unitCosts.find((one) => nameOfCosts(one) === chosen());
  return {
    ...{ costs, chosen, setChosen },
    /** A document that names them in place of its own, where any are chosen; one that is the sheet itself stands as that. */
    beside: (document: Document): Document => {
      const one = named();
      if (one === undefined) return document;
      const published = { id: one.id, version: one.version };
      if (!('sheet' in document)) return { sheet: document, published };
      return Object.fromEntries(
        Object.entries({ ...document, published }).filter(([key]) => key !== 'unitCosts'),
      );
    },
  };
}

type CostsChosen = ReturnType<typeof createCostsChosen>;

/** Which unit costs the sheet in the file is added up with. */
export function CostsField(props: { readonly given: CostsChosen }) {
  const published = () => props.given.costs.value()?.unitCosts ?? [];
  return (
    <SelectField
      id="costs-published"
      label="Unit costs"
      hint="Published ones stand in place of any in the file."
      options={[
        { value: '', text: 'Those in the file' },
        ...published().map((one) => ({ value: nameOfCosts(one), text: `${one.title}, ${one.version}` })),
      ]}
      value={props.given.chosen()}
      onChange={props.given.setChosen}
    />
  );
}

/** Every version that is published, each with whose it is and the way to a draft. */
export function PublishedCosts(props: { readonly given: CostsChosen }) {
  return (
    <Answered answer={props.given.costs} waiting="Asking the server for what is published.">
      {(known) => (
        <Show when={known().unitCosts.length > 0} fallback={<p>No unit costs are published.</p>}>
          <div class={styles.part}>
            <Table
              caption="Published unit costs"
              columns={[
                { head: 'Unit costs' },
                { head: 'Version' },
                { head: 'Whose' },
                { head: 'To change them' },
              ]}
              rows={known().unitCosts}
              cells={(one) => [
                one.title,
                one.version,
                one.authority ?? 'National',
                <ChangeContent kind="unit-costs" id={nameOfCosts(one)} />,
              ]}
            />
          </div>
        </Show>
      )}
    </Answered>
  );
}
