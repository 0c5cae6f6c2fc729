import { createSignal, type JSX, Show } from 'solid-js';
import controls from '../editor/controls/controls.module.css';
import { focusOn } from '../editor/focus-on.ts';
import { Button } from '../ui/button.tsx';

interface AddingProps {
  /** What the button says. */
  readonly ask: string;
  /** How the button is told from others like it, where that needs more. */
  readonly label?: string | undefined;
  readonly id: string;
  /** The control that takes the focus when it is asked. */
  readonly first: string;
  readonly children: (close: () => void) => JSX.Element;
}

/** A button that gives way to the form of what is added. */
export function Adding(props: AddingProps) {
  const [open, setOpen] = createSignal(false);
  return (
    <Show
      when={open()}
      fallback={
        <div>
          <Button
            id={props.id}
            label={props.label}
            onPress={() => {
              setOpen(true);
              focusOn(props.first);
            }}
          >
            {props.ask}
          </Button>
        </div>
      }
    >
      <div class={controls.group} role="group" aria-label={props.label ?? props.ask}>
        {props.children(() => setOpen(false))}
        <div>
          <Button
            onPress={() => {
              setOpen(false);
              focusOn(props.id);
            }}
          >
            Cancel
          </Button>
        </div>
      </div>
    </Show>
  );
}
