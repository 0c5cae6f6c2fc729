import type { JSX } from 'solid-js';
import { Screen } from '../frame/screen.tsx';
import { useDraft } from './editing.ts';
import { titleOf } from './draft-title.ts';

interface DraftPartProps {
  readonly title: string;
  readonly wrong?: boolean;
  readonly lead?: JSX.Element;
  readonly children?: JSX.Element;
}

/** One part of a draft: its heading, which takes the focus on arrival; the window says of which draft. */
export function DraftPart(props: DraftPartProps) {
  const editing = useDraft();
  return (
    <Screen
      title={props.title}
      windowTitle={`${props.title}: ${titleOf(editing.draft())}`}
      wrong={props.wrong ?? false}
      lead={props.lead}
    >
      {props.children}
    </Screen>
  );
}
