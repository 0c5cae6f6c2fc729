import { claimAddress, decisionAddress } from '../addresses.ts';
import type { Claim } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { familyNamed } from '../decisions/decision-table.tsx';
import { pounds } from '../money-in-words.ts';
import { Table } from '../ui/table.tsx';
import { ClaimStateTag } from './claim-states.tsx';
import { paymentInWords } from './payment-in-words.ts';

/** Claims, a row each. */
export function ClaimTable(props: { readonly claims: readonly Claim[] }) {
  return (
    <Table
      caption="Claims"
      columns={[
        { head: 'Claim for' },
        { head: 'Payment' },
        { head: 'Amount', number: true },
        { head: 'Attached on' },
        { head: 'State' },
        { head: 'Paid', number: true },
        { head: 'Evidence' },
      ]}
      rows={props.claims}
      cells={(claim) => [
        <a href={claimAddress(claim.id)}>{familyNamed(claim.family)}</a>,
        paymentInWords(claim.payment),
        pounds(claim.pence),
        dayInWords(claim.attachedOn),
        <ClaimStateTag state={claim.state} />,
        pounds(claim.paidPence - claim.clawedBackPence),
        <a href={decisionAddress(claim.record)}>Decision</a>,
      ]}
    />
  );
}
