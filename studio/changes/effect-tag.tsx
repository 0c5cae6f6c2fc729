import { type Effect, effects } from './effects.ts';
import styles from './effect-tag.module.css';

export function EffectTag(props: { readonly effect: Effect }) {
  return (
    <strong class={styles.tag} data-effect={props.effect}>
      <svg class={styles.mark} viewBox="0 0 16 16" aria-hidden="true">
        <path d={effects[props.effect].path} />
      </svg>
      {effects[props.effect].word}
    </strong>
  );
}
