import type { Payment } from '../api.ts';
import { pounds } from '../money-in-words.ts';
import styles from './payment-amounts.module.css';

/** What one payment comes to. */
export function PaymentAmounts(props: { readonly payment: Payment }) {
  const rate = () => (props.payment.ratePence === null ? 'none in force' : pounds(props.payment.ratePence));
  return (
    <dl class={styles.amounts}>
      <div data-main>
        <dt>Due</dt>
        <dd>{pounds(props.payment.duePence)}</dd>
      </div>
      <div>
        <dt>Could be due</dt>
        <dd>{pounds(props.payment.possiblePence)}</dd>
      </div>
      <div>
        <dt>Claimed before</dt>
        <dd>{pounds(props.payment.alreadyClaimedPence)}</dd>
      </div>
      <div>
        <dt>Rate</dt>
        <dd>{rate()}</dd>
      </div>
    </dl>
  );
}
