import { createMemo, For, Match, Switch } from 'solid-js';
import { cohortsAddress } from '../../addresses.ts';
import { type RateName, rateNames, syntheticProfiles, syntheticRates } from '../../engine.ts';
import { Screen } from '../../frame/screen.tsx';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FormView } from '../../ui/form-view.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { numberInWords } from '../../ui/number-in-words.ts';
import { Progress } from '../../ui/progress.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SendingView } from '../add/sending-view.tsx';
import styles from '../cohorts.module.css';
import { createMaking, type MakingForm } from './create-making.ts';
import { mostMade, rateOf } from './making-fields.ts';

const headOf = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const rounded = (share: number) => Number(share.toFixed(4));

interface RatesProps {
  readonly form: MakingForm;
  readonly profile: string;
}

/** How often what happens, where it is to be other than in the profile. */
function Rates(props: RatesProps) {
  const isOpen = createMemo(() => rateNames.some((name) => props.form.wrong(name) !== undefined));
  const field = (name: RateName) => (
    <LineField
      id={props.form.control(name)}
      label={headOf(syntheticRates[name].label)}
      hint={`${String(rounded(rateOf(props.profile, name)))} % unless you say otherwise`}
      error={props.form.wrong(name)}
      size="short"
      after="%"
      numeric
      value={props.form.typed(name)}
      onInput={(text) => {
        props.form.type(name, text.trim());
      }}
    />
  );
  return (
    <details open={isOpen()}>
      <summary>How often things happen</summary>
      <div class={styles.rates}>
        <For each={rateNames}>{field}</For>
      </div>
    </details>
  );
}

/** Makes families that are nobody’s, in this page, and keeps them as a cohort. */
export function MakeCohortScreen() {
  const { form, sending, families, profile, setProfile } = createMaking();
  const wanted = () => Number(form.typed('families'));
  return (
    <Screen
      title="Make a synthetic cohort"
      wrong={form.mistakes().length > 0}
      trail={[{ href: cohortsAddress(), text: 'Cohorts' }]}
      lead={
        <p>
          Families that are nobody’s, made in this page. The same choices make the same families, whoever
          makes them.
        </p>
      }
    >
      <Switch
        fallback={
          <FormView form={form} send="Make the cohort" sending="Making">
            <TextField form={form} name="title" label="Name of the cohort" autocomplete="off" />
            <TextField
              form={form}
              name="families"
              label="How many families"
              hint={`${numberInWords(mostMade)} at most.`}
              autocomplete="off"
            />
            <SelectField
              id={form.control('profile')}
              label="From"
              options={syntheticProfiles.map(({ id, title }) => ({ value: id, text: title }))}
              value={profile()}
              onChange={setProfile}
            />
            <TextField
              form={form}
              name="seed"
              label="Seed"
              hint="Another number makes other families."
              autocomplete="off"
            />
            <DayField
              form={form}
              name="day"
              legend="Known until"
              hint="The last day of which anything is known of them."
            />
            <Rates form={form} profile={profile()} />
          </FormView>
        }
      >
        <Match when={families.made() !== undefined}>
          <section class={styles.part} aria-labelledby="making-title">
            <h2
              id="making-title"
              tabindex="-1"
              ref={(element) => {
                queueMicrotask(() => {
                  element.focus();
                });
              }}
            >
              The families are being made
            </h2>
            <Progress
              label="Families"
              done={families.made()}
              all={wanted()}
              words={`${numberInWords(families.made() ?? 0)} of ${numberInWords(wanted())} families made.`}
            />
            <div>
              <Button onPress={families.stop}>Stop</Button>
            </div>
          </section>
        </Match>
        <Match when={sending.busy()}>
          <SendingView sending={sending} />
        </Match>
      </Switch>
    </Screen>
  );
}
