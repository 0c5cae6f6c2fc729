import { claimsAddress } from '../addresses.ts';
import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { StandingTag } from '../reading/standing-tag.tsx';
import { Table } from '../ui/table.tsx';
import { createWindows } from './create-claims.ts';

/** The days on which claims are taken, each with its source. */
export function WindowsScreen() {
  const windows = createWindows();
  return (
    <Screen
      title="Claim windows"
      wrong={windows.problem() !== undefined}
      trail={[{ href: claimsAddress(), text: 'Claims' }]}
      lead={
        <p>
          The days on which claims are taken. A claim on any other day is refused. Whoever releases national
          rules puts a window in force through the API.
        </p>
      }
    >
      <Answered answer={windows} waiting="Asking the server which windows there are.">
        {(known) => (
          <Table
            caption="Claim windows"
            columns={[
              { head: 'Window' },
              { head: 'Phase', number: true },
              { head: 'First day' },
              { head: 'Last day' },
              { head: 'Standing' },
              { head: 'Source' },
              { head: 'Note' },
            ]}
            rows={known().windows}
            cells={({ window, source }) => [
              window.label,
              String(window.phase),
              dayInWords(window.opens),
              lastDayInWords(window.closes),
              <StandingTag standing={window.source.standing} />,
              [source.title, window.source.at].filter(Boolean).join(', '),
              window.source.note ?? '',
            ]}
          />
        )}
      </Answered>
    </Screen>
  );
}
