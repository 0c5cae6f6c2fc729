import { useParams } from '@solidjs/router';
import { versionsAddress } from '../addresses.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createOverview } from '../session/create-overview.ts';
import { createReading } from './create-reading.ts';
import { ReadingPage } from './reading-page.tsx';

/** One version of the rules, read as English. */
export function ReadingScreen() {
  const params = useParams<{ id: string; version: string }>();
  const reading = createReading(() => ({ id: params.id, version: params.version }));
  const overview = createOverview();
  const others = () =>
    (overview.value()?.rulesets.find(({ id }) => id === params.id)?.versions ?? []).filter(
      (one) => one !== params.version,
    );
  const name = () => `${params.id} ${params.version}`;
  const title = () => {
    const read = reading.value()?.reading;
    return read === undefined ? name() : `${read.title}, version ${read.version}`;
  };
  return (
    <Screen
      title={title()}
      windowTitle={name()}
      wrong={reading.problem() !== undefined}
      trail={[
        { href: '/rulesets', text: 'Rulesets' },
        { href: versionsAddress(params.id), text: params.id },
      ]}
    >
      <Answered answer={reading} waiting="Fetching this version and putting it in words." ruleset={params.id}>
        {(version) => <ReadingPage version={version()} others={others()} />}
      </Answered>
    </Screen>
  );
}
