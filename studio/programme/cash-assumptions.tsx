import type { Projection } from '../api.ts';
import styles from '../claims/claims.module.css';
import { shareInWords } from './said-in-words.ts';

type Assumed = Pick<Projection, 'cash' | 'funded'>;

/** What sums of cash rest on: how many are claimed for in each scenario, and how many claims are funded. */
export function CashAssumptions(props: { readonly of: Assumed }) {
  const scenarios = () =>
    props.of.cash.map(({ label, claimed }) => `${label} claims for ${shareInWords(claimed)}`).join(', ');
  return (
    <p class={styles.text}>
      Of the families that become claimable {scenarios()}: these are assumptions. Of the claims{' '}
      {shareInWords(props.of.funded)} are funded. Each count is rounded down. Beside a sum stands how many are
      funded, of how many claims.
    </p>
  );
}
