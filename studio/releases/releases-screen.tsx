import { useParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { readingAddress, type VersionName, versionsAddress } from '../addresses.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createVersions } from '../rulesets/create-versions.ts';
import { releasesInWords } from '../rulesets/releases-in-words.ts';
import styles from '../review/review.module.css';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { DayField } from '../ui/day-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { createReleasing, createWithdrawing } from './create-releasing.ts';
import { DaysFields } from './days-fields.tsx';
import { releaseVersion, withdrawVersion } from './version-acts.ts';

interface FormProps {
  readonly version: VersionName;
  /** What was done, in words. */
  readonly onDone: (told: string) => void;
}

function Release(props: FormProps) {
  const { client } = useSession();
  const form = createReleasing({
    id: 'release',
    dated: () => true,
    send: (days) => releaseVersion(client, props.version, days),
    onDone: () => {
      props.onDone('It is released for those days.');
    },
  });
  return (
    <section class={styles.act} aria-labelledby="release-title">
      <h2 id="release-title">Release for other days</h2>
      <FormView form={form} send="Release" sending="Releasing">
        <DaysFields form={form} />
      </FormView>
    </section>
  );
}

function Withdraw(props: FormProps) {
  const { client } = useSession();
  const form = createWithdrawing({
    send: (asked) => withdrawVersion(client, props.version, asked),
    onDone: (inForce) => {
      const then = inForce === undefined ? 'no version is in force' : `version ${inForce} is in force`;
      props.onDone(`It is withdrawn: from that day on, ${then}.`);
    },
  });
  return (
    <section class={styles.act} aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">Withdraw</h2>
      <p>
        What it had superseded is in force again from that day, where its own release lasts. Decisions that
        were taken stay as they were.
      </p>
      <FormView form={form} send="Withdraw" sending="Withdrawing">
        <DayField
          form={form}
          name="from"
          legend="No longer in force from"
          hint="The first day without it, such as 1 4 2026."
        />
        <TextArea form={form} name="reason" label="Reason" hint="It is kept with the withdrawal." />
      </FormView>
    </section>
  );
}

/** When a version is in force, and for those who may, other days or none any more. */
export function ReleasesScreen() {
  const params = useParams<{ id: string; version: string }>();
  const { account } = useSession();
  const versions = createVersions(() => params.id);
  const [told, setTold] = createSignal('');
  const version = () => ({ id: params.id, version: params.version });
  const held = () => versions.value()?.versions.find((one) => one.version === params.version);
  const done = (words: string) => {
    setTold(words);
    versions.again();
  };
  return (
    <Screen
      title={`When ${params.id} ${params.version} is in force`}
      wrong={versions.problem() !== undefined}
      trail={[
        { href: '/rulesets', text: 'Rulesets' },
        { href: versionsAddress(params.id), text: params.id },
        { href: readingAddress(version()), text: params.version },
      ]}
    >
      <p role="status">{told()}</p>
      <Answered answer={versions} waiting="Asking the server for the version." ruleset={params.id}>
        {() => (
          <Show when={held()} fallback={<p role="alert">There is no such version.</p>}>
            {(one) => <p class={styles.standing}>{releasesInWords(one().releases)}</p>}
          </Show>
        )}
      </Answered>
      <Show
        when={mayOpen('rulesets:release', account())}
        fallback={<p>Whoever may release versions can put it in force for other days, or withdraw it.</p>}
      >
        <Release version={version()} onDone={done} />
        <Withdraw version={version()} onDone={done} />
      </Show>
    </Screen>
  );
}
