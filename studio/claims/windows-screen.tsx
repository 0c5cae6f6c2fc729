import { createSignal, Show } from 'solid-js';
import { claimsAddress } from '../addresses.ts';
import type { ClaimWindow, ClaimWindows } from '../api.ts';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { StandingTag } from '../reading/standing-tag.tsx';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Table } from '../ui/table.tsx';
import { Told } from '../ui/told.tsx';
import { createWindows } from './create-claims.ts';
import { WindowFormView } from './window-form.tsx';

const heads = [
  { head: 'Window' },
  { head: 'Phase', number: true },
  { head: 'First day' },
  { head: 'Last day' },
  { head: 'Standing' },
  { head: 'Source' },
];

const cellsOf = (one: ClaimWindow) => [
  one.window.label,
  String(one.window.phase),
  dayInWords(one.window.opens),
  lastDayInWords(one.window.closes),
  <StandingTag standing={one.window.source.standing} />,
  [one.source.title, one.window.source.at].filter(Boolean).join(', '),
];

/** The windows that count, and those that were replaced. */
function WindowTables(props: { readonly known: ClaimWindows }) {
  return (
    <>
      <Table
        caption="Claim windows"
        columns={[...heads, { head: 'Note' }]}
        rows={props.known.windows}
        cells={(one) => [...cellsOf(one), one.window.source.note ?? '']}
      />
      <Show when={props.known.replaced.length > 0}>
        <Table
          caption="Replaced windows"
          columns={[...heads, { head: 'Replaced' }]}
          rows={props.known.replaced}
          cells={(one) => [...cellsOf(one), `${instantInWords(one.replacedAt)}, by ${one.replacedBy.name}`]}
        />
      </Show>
    </>
  );
}

/** The days on which claims are taken, each with its source. */
export function WindowsScreen() {
  const { account } = useSession();
  const windows = createWindows();
  const [told, setTold] = createSignal('');
  const maySet = () => account()?.authority === 'national' && mayOpen('rulesets:release', account());
  return (
    <Screen
      title="Claim windows"
      wrong={windows.problem() !== undefined}
      trail={[{ href: claimsAddress(), text: 'Claims' }]}
      lead={
        <p>
          The days on which claims are taken. A claim on any other day is refused. Whoever releases national
          rules puts a window in force.
        </p>
      }
    >
      <Told words={told()} />
      <Answered answer={windows} waiting="Asking the server which windows there are.">
        {(known) => (
          <>
            <WindowTables known={known()} />
            <Show when={maySet()}>
              <WindowFormView
                windows={known().windows}
                onDone={(words) => {
                  setTold(words);
                  windows.again();
                }}
              />
            </Show>
          </>
        )}
      </Answered>
    </Screen>
  );
}
