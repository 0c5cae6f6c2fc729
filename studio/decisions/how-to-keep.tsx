import styles from './decisions.module.css';

/** What to do where nothing was kept yet. */
export function HowToKeep() {
  return (
    <div class={styles.told} data-tone="open">
      <p>
        <b>No decision is kept yet.</b> Nothing is kept unless whoever asks says so.
      </p>
      <p>
        A program keeps one by asking <code>POST /api/v1/evaluations</code> with <code>"keep": "family"</code>
        , or with <code>"keep": "withhold"</code> to keep the decision without the family’s record. A batch
        keeps every decision with <code>keep=family</code> in its address.{' '}
        <a href="/api/v1/reference" rel="external">
          API reference
        </a>
      </p>
    </div>
  );
}
