import { Show } from 'solid-js';
import type { ClaimRun } from '../api.ts';
import { pounds } from '../money-in-words.ts';
import { Button } from '../ui/button.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Progress } from '../ui/progress.tsx';
import styles from './claims.module.css';
import { createProposing } from './create-proposing.ts';

interface ProposingProps {
  readonly run: ClaimRun;
  readonly onDone: () => void;
}

/** What is due of the families of a run is proposed, with its progress; it can be stopped, and gone on with. */
export function ProposingSection(props: ProposingProps) {
  const proposing = createProposing(
    () => props.run,
    () => {
      props.onDone();
    },
  );
  const words = () => {
    const { progress, claims, pence } = proposing.now();
    const of = progress.of === null ? '' : ` of ${numberInWords(progress.of)}`;
    return `${numberInWords(progress.done)}${of} families gone through: ${counted(claims, 'claim', 'claims')}, ${pounds(pence)}`;
  };
  return (
    <section class={styles.part} aria-labelledby="proposing-title">
      <h2 id="proposing-title">Propose what is due</h2>
      <Show when={proposing.busy() || props.run.progress.done > 0}>
        <Progress
          label="Families gone through"
          done={proposing.now().progress.done}
          all={proposing.now().progress.of ?? undefined}
          words={words()}
        />
      </Show>
      <div class={styles.acts}>
        <Show
          when={proposing.busy()}
          fallback={
            <Button kind="main" onPress={() => void proposing.start()}>
              {props.run.progress.done > 0 ? 'Go on' : 'Propose'}
            </Button>
          }
        >
          <Button onPress={proposing.stop}>Stop</Button>
        </Show>
      </div>
      <Show when={proposing.wrong()}>{(wrong) => <p role="alert">It went no further. {wrong()}</p>}</Show>
    </section>
  );
}
