import { useParams } from '@solidjs/router';
import { versionsAddress } from '../addresses.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { ChangesPage } from './changes-page.tsx';
import { createChanges } from './create-changes.ts';

/** What changed from one version of a ruleset to another. */
export function ChangesScreen() {
  const params = useParams<{ id: string; was: string; now: string }>();
  const changes = createChanges(() => ({ id: params.id, was: params.was, now: params.now }));
  return (
    <Screen
      title={`What changed in ${params.id} from ${params.was} to ${params.now}`}
      windowTitle={`${params.id} ${params.was} to ${params.now}`}
      wrong={changes.problem() !== undefined}
      trail={[
        { href: '/rulesets', text: 'Rulesets' },
        { href: versionsAddress(params.id), text: params.id },
      ]}
    >
      <Answered answer={changes} waiting="Asking the server what changed." ruleset={params.id}>
        {(known) => <ChangesPage changes={known()} />}
      </Answered>
    </Screen>
  );
}
