import { createMemo, createSignal, Show } from 'solid-js';
import type { Strip } from '../../api.ts';
import { VerdictTag } from '../../decision/verdict-tag.tsx';
import { Table } from '../../ui/table.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { type Cell, flips, stripRows } from './strip-rows.ts';
import styles from './strip.module.css';

/** Where what changes between a version and the one before it is said: the id of its heading. */
export const flipAt = (position: number) => `strip:${position}`;

function CellView(props: { readonly cell: Cell; readonly position: number }) {
  return (
    <div class={styles.cell}>
      <Show when={props.cell.verdict ?? props.cell.text} fallback="Not there">
        <Show when={props.cell.verdict}>{(verdict) => <VerdictTag verdict={verdict()} />}</Show>
        <Show when={props.cell.text}>{(text) => <span>{text()}</span>}</Show>
      </Show>
      <Show when={props.cell.isFlip}>
        <a href={`#${flipAt(props.position)}`}>Changed</a>
      </Show>
    </div>
  );
}

const headOf = ({ ruleset }: Strip['versions'][number]) =>
  ruleset.inForce ? `${ruleset.version}, in force that day` : ruleset.version;

/** What a family is told under every version, a column each. */
export function StripTable(props: { readonly strip: Strip }) {
  const [onlyFlips, setOnlyFlips] = createSignal(true);
  const rows = createMemo(() => stripRows(props.strip));
  const shown = () => (onlyFlips() ? rows().filter(flips) : rows());
  return (
    <>
      <Toggle label="Only what changes" on={onlyFlips()} onChange={setOnlyFlips} />
      <Show when={shown().length > 0} fallback={<p>No row changes.</p>}>
        <Table
          caption="What the family is told under every version"
          columns={[{ head: 'What' }, ...props.strip.versions.map((one) => ({ head: headOf(one) }))]}
          rows={shown()}
          cells={({ what, cells }) => [
            what,
            ...cells.map((cell, at) => <CellView cell={cell} position={at} />),
          ]}
        />
      </Show>
    </>
  );
}
