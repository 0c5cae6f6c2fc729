import { MarkTag } from '../ui/mark-tag.tsx';
import type { Tone } from '../ui/tag.tsx';
import { type Effect, effects } from './effects.ts';

const tones: Readonly<Record<Effect, Tone>> = {
  looser: 'plain',
  tighter: 'plain',
  neither: 'open',
  wording: 'quiet',
};

export function EffectTag(props: { readonly effect: Effect }) {
  const look = () => effects[props.effect];
  return <MarkTag tone={tones[props.effect]} word={look().word} path={look().path} />;
}
