import { readJson } from '../../engine.ts';
import { LineField } from '../../ui/line-field.tsx';
import { controlOf } from '../spot.ts';
import { createTyped } from './create-typed.ts';
import { changeOf, type ControlProps } from './text-control.tsx';

interface JsonControlProps extends ControlProps {
  readonly rows: number;
  /** Whether nothing may be there: an emptied field takes it away. */
  readonly optional?: boolean;
}

const written = (value: unknown) => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** A value as JSON. What cannot be read stays in the field with where and why, and the file keeps what it had. */
export function JsonControl(props: JsonControlProps) {
  const kept = () => written(props.spot.value());
  const { shown, hold } = createTyped(kept, (text) => text);
  const isEmpty = (text: string) => props.optional === true && text.trim() === '';
  const error = () => {
    const text = shown();
    if (isEmpty(text) || text === kept()) return undefined;
    const read = readJson(text);
    if (read.ok) return undefined;
    return read.error
      .slice(0, 5)
      .map(({ message, line }) => (line === undefined ? message : `line ${line}: ${message}`))
      .join('; ');
  };
  return (
    <LineField
      id={controlOf(props.spot)}
      label={props.label}
      hint={props.hint}
      error={error()}
      rows={props.rows}
      code
      value={shown()}
      onInput={(text) => {
        const read = isEmpty(text) ? undefined : readJson(text);
        if (read === undefined) props.spot.put(undefined, changeOf(props));
        else if (read.ok) props.spot.put(read.value, changeOf(props));
        hold(text);
      }}
    />
  );
}
