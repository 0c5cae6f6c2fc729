import { createMemo, For, Index, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { StandingTag } from '../../reading/standing-tag.tsx';
import { FindingList } from '../controls/finding-list.tsx';
import { useRules } from '../rules.ts';
import { findingsWithin } from '../spot.ts';
import { memberOf, textOf } from '../value.ts';
import { parameterRows, unitInWords } from './parameter-rows.ts';
import styles from './parameters.module.css';

const heads = ['Parameter', 'Value', 'From', 'To', 'Unit', 'Source and standing'];

function ParameterRows(props: { readonly name: string; readonly day: string | undefined }) {
  const rules = useRules();
  const spot = () => rules.top.at('parameters', props.name);
  const rows = createMemo(() => parameterRows(rules, spot().value(), props.day));
  return (
    <tbody>
      <Index each={rows()}>
        {(row, at) => (
          <tr>
            <Show when={at === 0}>
              <th scope="rowgroup" rowspan={rows().length}>
                <a href={draftAddress(rules.editing.draft().id, `parameters/${props.name}`)}>
                  {textOf(memberOf(spot().value(), 'label')) || props.name}
                </a>
                <FindingList findings={findingsWithin(spot())} />
              </th>
            </Show>
            <td class={styles.value}>
              <strong>{row().value}</strong>
            </td>
            <td>{row().from}</td>
            <td>{row().to}</td>
            <Show when={at === 0}>
              <td rowspan={rows().length}>{unitInWords(textOf(memberOf(spot().value(), 'unit')))}</td>
            </Show>
            <td class={styles.source}>
              <span class={styles.title}>{row().source}</span>
              <Show when={row().standing}>{(standing) => <StandingTag standing={standing()} />}</Show>
            </td>
          </tr>
        )}
      </Index>
    </tbody>
  );
}

/** Parameters with their values by day, their source and its standing. */
export function ParameterTable(props: {
  readonly names: readonly string[];
  readonly day: string | undefined;
}) {
  return (
    <div class={styles.scroll} role="region" aria-label="Parameters" tabindex="0">
      <table class={styles.table}>
        <thead>
          <tr>
            <For each={heads}>{(head) => <th scope="col">{head}</th>}</For>
          </tr>
        </thead>
        <For each={props.names}>{(name) => <ParameterRows name={name} day={props.day} />}</For>
      </table>
    </div>
  );
}
