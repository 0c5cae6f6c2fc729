import { For, Show } from 'solid-js';
import { decisionsAddress, windowsAddress } from '../addresses.ts';
import type { Cohort } from '../api.ts';
import styles from '../claims/claims.module.css';
import { csvText } from '../csv-text.ts';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import { type Forecast, forecastRows, type WindowsAhead } from '../engine.ts';
import { pounds } from '../money-in-words.ts';
import { WindowsChart } from '../programme/windows-chart.tsx';
import { StandingTag } from '../reading/standing-tag.tsx';
import { mayOpen } from '../session/may-open.ts';
import { save } from '../session/save.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { LongList } from '../ui/long-list.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Table } from '../ui/table.tsx';
import type { AskedOf } from './create-forecast-form.ts';
import type { Found } from './gathered.ts';

interface ForecastViewProps {
  readonly asked: AskedOf;
  readonly found: Found;
  readonly cohort: Cohort;
  /** Whether the ledger's claims count beside those in the families' own records. */
  readonly ledgerClaims: boolean;
  readonly tooFar: WindowsAhead['tooFar'];
}

interface FoundProps {
  readonly found: Found;
}

type Sum = Forecast['total']['low'];

const families = (many: number) => counted(many, 'family', 'families');
const summed = ({ pence, families: many }: Sum) => `${pounds(pence)} for ${families(many)}`;

/** What each of the three is, on the day asked about. */
function Ways(props: { readonly asOf: string }) {
  return (
    <p class={styles.text}>
      Low is what is due on {dayInWords(props.asOf)} already; expected, what comes due if nothing new happens;
      high, what is possible were everything unknown found to speak for the family. A claim in one window is
      an earlier claim in the next.
    </p>
  );
}

/** Which earlier claims count, and so are not counted again. */
function ClaimsCounted(props: Pick<ForecastViewProps, 'ledgerClaims'>) {
  return (
    <p class={styles.text}>
      <Show
        when={props.ledgerClaims}
        fallback="Claims made before: only those in the families’ own records count. You may not read the ledger of claims, so that what it has claimed may be counted again."
      >
        Claims made before: those of the ledger and those in the families’ own records count, and are not
        counted again. A claim that a run would hold until somebody resolves it is counted all the same.
      </Show>
    </p>
  );
}

/** Windows in force that are left out. */
function TooFar(props: Pick<ForecastViewProps, 'asked' | 'tooFar'>) {
  return (
    <Show when={props.tooFar.length > 0}>
      <p class={styles.text}>
        Left out, because they close more than ten years after {dayInWords(props.asked.asOf)}:{' '}
        {props.tooFar.map(({ label }) => label).join(', ')}.
      </p>
    </Show>
  );
}

/** How sure the days of the windows are. */
function HowSure(props: FoundProps) {
  const unsure = () => props.found.windows.filter(({ standing }) => standing !== 'sourced').length;
  return (
    <p class={styles.text}>
      <Show when={unsure() > 0} fallback={'The days of every window are from a source. '}>
        Of {counted(props.found.windows.length, 'window', 'windows')} the days of {numberInWords(unsure())}{' '}
        are not from a source: it is not sure that claims are taken then.{' '}
      </Show>
      <a href={windowsAddress}>Where each window is from</a>
    </p>
  );
}

function Windows(props: FoundProps) {
  const rows = () => [
    ...props.found.windows.map(({ opens, closes, ...one }) => ({
      ...one,
      open: `${dayInWords(opens)} to ${lastDayInWords(closes)}`,
    })),
    { ...props.found.total, label: 'In all', open: '', standing: null },
  ];
  const amount = (sum: Sum) => (sum.pence === 0 ? '–' : summed(sum));
  return (
    <>
      <WindowsChart
        windows={props.found.windows.map(({ label, low, expected, high }) => ({
          label,
          pence: [low.pence, expected.pence, high.pence],
        }))}
        series={['Low', 'Expected', 'High']}
      />
      <Table
        caption="Claims forecast, by claim window"
        columns={[
          { head: 'Window' },
          { head: 'Open' },
          { head: 'How sure' },
          { head: 'Low', number: true },
          { head: 'Expected', number: true },
          { head: 'High', number: true },
        ]}
        rows={rows()}
        cells={({ label, open, standing, low, expected, high }) => [
          label,
          open,
          standing === null ? '' : <StandingTag standing={standing} />,
          amount(low),
          amount(expected),
          amount(high),
        ]}
      />
      <p class={styles.text}>A family counts once in all, however many windows it is claimed for in.</p>
    </>
  );
}

/** Families for which nothing is claimed in any of the windows, whatever is unknown of them. */
function Never(props: FoundProps) {
  const { account } = useSession();
  const never = () => props.found.never;
  const leads = () => mayOpen('decisions:read', account());
  return (
    <section class={styles.part} aria-labelledby="never-title">
      <h3 id="never-title">Never claimable in these windows</h3>
      <p>
        {families(never().families)}, whatever is unknown of them
        <Show when={never().claimedBefore > 0}>
          ; for {numberInWords(never().claimedBefore)} of them something was claimed before
        </Show>
        .
      </p>
      <Show when={never().ids.length > 0}>
        <details>
          <summary>
            {never().ids.length < never().families ? 'The first ' : ''}
            {families(never().ids.length)} by name
          </summary>
          <Show when={leads()}>
            <p class={styles.text}>Each leads to the decisions that are kept of it, where there are any.</p>
          </Show>
          <LongList each={never().ids} class={styles.list} close>
            {(id) => (
              <Show when={leads()} fallback={id}>
                <a href={`${decisionsAddress}?${new URLSearchParams({ family: id }).toString()}`}>{id}</a>
              </Show>
            )}
          </LongList>
        </details>
      </Show>
    </section>
  );
}

/** Families that the rules cannot read, which count nowhere. */
function Unread(props: FoundProps) {
  const wrong = () => props.found.wrong;
  return (
    <section class={styles.part} aria-labelledby="unread-title">
      <h3 id="unread-title">Families with problems</h3>
      <Show when={wrong().families > 0} fallback={<p>None: every family of the cohort could be read.</p>}>
        <p>{families(wrong().families)} cannot be read under this version, and count nowhere.</p>
        <details>
          <summary>
            {wrong().first.length < wrong().families ? 'The first ' : ''}
            {families(wrong().first.length)} and why
          </summary>
          <ul>
            <For each={wrong().first}>
              {({ id, wrong: why }) => (
                <li>
                  {id}: {why}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  );
}

/** What would be claimed for a cohort: a sentence, a chart with its table, who is left out, and all of it as CSV. */
export function ForecastView(props: ForecastViewProps) {
  const total = () => props.found.total;
  const funded = () => total().expected.fundedPence;
  const download = () => {
    const rows = forecastRows(props.found).map((row) => row.map((cell) => cell ?? ''));
    save(new Blob([csvText(rows)], { type: 'text/csv' }), 'forecast.csv');
  };
  return (
    <>
      <p role="status">
        Of {families(props.found.families)}: low {summed(total().low)}, expected {summed(total().expected)},
        high {summed(total().high)}.
        <Show when={funded() !== total().expected.pence}>
          {' '}
          Of what is expected {pounds(funded())} is funded, by the share that the rules name.
        </Show>
      </p>
      <Ways asOf={props.asked.asOf} />
      <ClaimsCounted ledgerClaims={props.ledgerClaims} />
      <TooFar asked={props.asked} tooFar={props.tooFar} />
      <HowSure found={props.found} />
      <Windows found={props.found} />
      <div>
        <Button onPress={download}>Download as CSV, with each payment</Button>
      </div>
      <Never found={props.found} />
      <Unread found={props.found} />
    </>
  );
}
