import { For } from 'solid-js';
import { Button } from '../ui/button.tsx';
import controls from '../editor/controls/controls.module.css';
import { focusOn } from '../editor/focus-on.ts';

interface MoveButtonsProps {
  /** Stands before the ids of the buttons of what stands at a place: they move with it, or stay with the place. */
  readonly idAt: (place: number) => string;
  readonly at: number;
  readonly count: number;
  readonly called: string;
  readonly onMove: (to: number) => void;
}

/** Moves one of several up or down; the focus goes with it. */
export function MoveButtons(props: MoveButtonsProps) {
  const to = (way: 'up' | 'down') => (way === 'up' ? props.at - 1 : props.at + 1);
  const ways = () => (['up', 'down'] as const).filter((way) => to(way) >= 0 && to(way) < props.count);
  const move = (way: 'up' | 'down') => {
    const next = to(way);
    const other = way === 'up' ? 'down' : 'up';
    const isEnd = next === 0 || next === props.count - 1;
    props.onMove(next);
    focusOn(`${props.idAt(next)}:${isEnd ? other : way}`);
  };
  return (
    <div class={controls.buttons}>
      <For each={ways()}>
        {(way) => (
          <Button
            id={`${props.idAt(props.at)}:${way}`}
            label={`Move ${way}: ${props.called}`}
            onPress={() => {
              move(way);
            }}
          >
            Move {way}
          </Button>
        )}
      </For>
    </div>
  );
}
