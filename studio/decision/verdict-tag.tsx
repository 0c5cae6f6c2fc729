import type { Verdict } from '../api.ts';
import { MarkTag } from '../ui/mark-tag.tsx';
import { looks } from './verdict-words.ts';

export function VerdictTag(props: { readonly verdict: Verdict }) {
  const look = () => looks[props.verdict];
  return <MarkTag tone={look().tone} word={look().word} path={look().path} />;
}
