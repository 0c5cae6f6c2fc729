import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/number-in-words.ts';
import { Progress } from '../../ui/progress.tsx';
import { percentOf } from '../../ui/percent-of.ts';
import { sizeInWords } from '../../ui/size-in-words.ts';
import styles from '../cohorts.module.css';
import type { CohortSending } from './create-sending.ts';

/** How far an upload is, and the way out of it. */
export function SendingView(props: { readonly sending: CohortSending }) {
  const gone = () => props.sending.gone();
  const isGone = () => gone().all > 0 && gone().bytes >= gone().all;
  const words = () => {
    const read = counted(props.sending.rows(), 'row', 'rows');
    if (isGone()) return `All ${sizeInWords(gone().all)} sent. The server has read ${read}.`;
    const part = percentOf(gone().bytes, gone().all);
    return `${sizeInWords(gone().bytes)} of ${sizeInWords(gone().all)} sent, ${part}. The server has read ${read}.`;
  };
  return (
    <section class={styles.part} aria-labelledby="sending-title">
      <h2
        id="sending-title"
        tabindex="-1"
        ref={(element) => {
          queueMicrotask(() => {
            element.focus();
          });
        }}
      >
        The upload is under way
      </h2>
      <Progress
        label="Upload"
        done={isGone() ? undefined : gone().bytes}
        all={isGone() ? undefined : gone().all}
        words={words()}
      />
      <p class={styles.text}>Leaving this page ends it, and nothing of it is kept.</p>
      <div>
        <Button
          onPress={() => {
            props.sending.cancel();
          }}
        >
          Cancel the upload
        </Button>
      </div>
    </section>
  );
}
