import { verdictOf } from '../compare/cohort/names-in-rules.ts';
import type { Matrix } from '../compare/cohort/transitions.ts';
import type { Ruleset } from '../engine.ts';
import { numberInWords } from '../ui/number-in-words.ts';
import { Share } from '../ui/share.tsx';
import { Table } from '../ui/table.tsx';
import styles from './impact.module.css';

interface MetChartProps {
  readonly matrices: readonly Matrix[];
  readonly rulesets: readonly Ruleset[];
  readonly families: number;
  readonly before: string;
}

/** How many families meet each thing before and after, as bars that a table holds. */
export function MetChart(props: MetChartProps) {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const was = (matrix: Matrix) => sum(matrix.after.map((to) => matrix.count('met', to)));
  const is = (matrix: Matrix) => sum(matrix.before.map((from) => matrix.count(from, 'met')));
  const columns = () => [
    { head: 'What' },
    { head: `Met under ${props.before}`, number: true },
    { head: 'Of all families' },
    { head: 'Met under this draft', number: true },
    { head: 'Of all families' },
  ];
  return (
    <section class={styles.part} aria-labelledby="met-title">
      <h2 id="met-title">What is met, before and after</h2>
      <Table
        caption="Families that meet each"
        columns={columns()}
        rows={props.matrices}
        cells={(matrix) => [
          verdictOf(matrix.path, props.rulesets),
          numberInWords(was(matrix)),
          <Share of={was(matrix)} all={props.families} />,
          numberInWords(is(matrix)),
          <Share of={is(matrix)} all={props.families} />,
        ]}
      />
    </section>
  );
}
