import { Show } from 'solid-js';
import type { ClaimTotals } from '../api.ts';
import { lastDayInWords, dayInWords } from '../day-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { DownloadLink } from '../session/download-link.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import styles from './claims.module.css';
import { paymentInWords } from './payment-in-words.ts';

type Group = ClaimTotals['groups'][number];

/** How many of a group are funded: a fraction where the ruleset leaves one. */
function fundedInWords({ fundedClaims: { part, of }, claims }: Group): string {
  if (part === claims * of) return 'all';
  const whole = Math.floor(part / of);
  const rest = part % of;
  return rest === 0 ? numberInWords(whole) : `${numberInWords(whole)} and ${rest}/${of}`;
}

function Groups(props: { readonly groups: readonly Group[] }) {
  return (
    <Table
      caption="By year of attachment and payment"
      columns={[
        { head: 'Payment' },
        { head: 'Attached in' },
        { head: 'Rules' },
        { head: 'Each', number: true },
        { head: 'Claims', number: true },
        { head: 'Claimed', number: true },
        { head: 'Funded', number: true },
        { head: 'Funded sum', number: true },
        { head: 'Paid', number: true },
        { head: 'Clawed back', number: true },
      ]}
      rows={props.groups}
      cells={(group) => [
        paymentInWords(group.payment),
        group.attachedIn,
        `${group.ruleset.id} ${group.ruleset.version}`,
        pounds(group.eachPence),
        numberInWords(group.claims),
        pounds(group.claimedPence),
        fundedInWords(group),
        pounds(group.fundedPence),
        pounds(group.paidPence),
        pounds(group.clawedBackPence),
      ]}
    />
  );
}

function Windows(props: { readonly windows: ClaimTotals['windows'] }) {
  return (
    <Table
      caption="By claim window"
      columns={[
        { head: 'Claim window' },
        { head: 'Days' },
        { head: 'Claims', number: true },
        { head: 'Claimed', number: true },
        { head: 'Paid', number: true },
        { head: 'Clawed back', number: true },
      ]}
      rows={props.windows}
      cells={({ window, ...sums }) => [
        window.label,
        `${dayInWords(window.opens)} to ${lastDayInWords(window.closes)}`,
        numberInWords(sums.claims),
        pounds(sums.claimedPence),
        pounds(sums.paidPence),
        pounds(sums.clawedBackPence),
      ]}
    />
  );
}

/** What versions pay an authority whatever its families achieve. */
function Grants(props: { readonly grants: ClaimTotals['grants'] }) {
  return (
    <Table
      caption="Grants of the rules, which are not claimed here and in no sum"
      columns={[{ head: 'Grant' }, { head: 'Rules' }, { head: 'For each' }, { head: 'Amount', number: true }]}
      rows={props.grants}
      cells={({ label, ruleset, each, pence, asOf }) => [
        label,
        `${ruleset.id} ${ruleset.version}`,
        each === 'year' ? 'year' : 'whole programme',
        pence === null ? `None in force on ${dayInWords(asOf)}` : pounds(pence),
      ]}
    />
  );
}

/** What all claims come to. */
export function TotalsView(props: { readonly totals: ClaimTotals }) {
  const sums = () => props.totals.totals;
  return (
    <section class={styles.part} aria-labelledby="totals-title">
      <h2 id="totals-title">What claims come to</h2>
      <Show when={props.totals.groups.length > 0} fallback={<p>Nothing has been claimed yet.</p>}>
        <p>
          {counted(sums().claims, 'claim counts', 'claims count')} for {pounds(sums().claimedPence)};{' '}
          {pounds(sums().paidPence)} was paid and {pounds(sums().clawedBackPence)} of it taken back. Of the
          families that the rules say are funded it is {pounds(sums().fundedPence)}.
          <Show when={sums().withdrawn > 0}>
            {' '}
            {counted(sums().withdrawn, 'claim was', 'claims were')} withdrawn.
          </Show>
        </p>
        <Groups groups={props.totals.groups} />
        <Windows windows={props.totals.windows} />
        <Show when={props.totals.grants.length > 0}>
          <Grants grants={props.totals.grants} />
        </Show>
        <p class={styles.ways}>
          <DownloadLink of="/claim-totals?as=csv" name="claim-totals.csv">
            Download the sums as CSV
          </DownloadLink>
          <DownloadLink of="/claims?as=csv" name="claims.csv">
            Download every claim as CSV
          </DownloadLink>
        </p>
      </Show>
    </section>
  );
}
