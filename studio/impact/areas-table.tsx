import { difference } from '../compare/cohort/comparison-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import styles from './impact.module.css';
import type { AreaMoved } from './sums.ts';

const columns = [
  { head: 'Area' },
  { head: 'Families', number: true },
  { head: 'Told something different', number: true },
  { head: 'Become eligible', number: true },
  { head: 'Stop being so', number: true },
  { head: 'Due now', number: true },
  { head: 'Difference', number: true },
];

/** What moves in each area, by the local authority that families give. */
export function AreasTable(props: { readonly areas: readonly AreaMoved[] }) {
  return (
    <section class={styles.part} aria-labelledby="areas-title">
      <h2 id="areas-title">By area</h2>
      <Table
        caption="What moves in each area"
        columns={columns}
        rows={props.areas}
        cells={(one) => [
          one.area,
          numberInWords(one.families),
          numberInWords(one.changed),
          numberInWords(one.becameEligible),
          numberInWords(one.stoppedEligible),
          pounds(one.rightDuePence),
          difference(one.rightDuePence - one.leftDuePence),
        ]}
      />
    </section>
  );
}
