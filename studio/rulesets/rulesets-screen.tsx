import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createOverview } from '../session/create-overview.ts';
import { RulesetList } from './ruleset-list.tsx';

/** Every ruleset there is. */
export function RulesetsScreen() {
  const overview = createOverview();
  return (
    <Screen
      title="Rulesets"
      lead={<p>Every version of the rules that this server can read and decide by.</p>}
    >
      <Answered answer={overview} waiting="Asking the server what there is.">
        {(known) => <RulesetList overview={known()} />}
      </Answered>
    </Screen>
  );
}
