import { Show } from 'solid-js';
import { standings } from '../../reading/standing-tag.tsx';
import { Button } from '../../ui/button.tsx';
import { sourceOptions } from '../names.ts';
import { useRules } from '../rules.ts';
import type { Spot } from '../spot.ts';
import { ChoiceControl } from './choice-control.tsx';
import styles from './controls.module.css';
import { FindingList } from './finding-list.tsx';
import { TextControl } from './text-control.tsx';

export const standingOptions = Object.entries(standings).map(([value, { word, meaning }]) => ({
  value,
  text: `${word}: ${meaning}`,
}));

interface SourceControlProps {
  /** Of the source itself. */
  readonly spot: Spot;
  readonly legend?: string;
  /** Whether there may be none. */
  readonly optional?: boolean;
}

/** Where something comes from, where in it, and how far it can be trusted. */
export function SourceControl(props: SourceControlProps) {
  const rules = useRules();
  const first = () => sourceOptions(rules)[0]?.value;
  const legend = () => props.legend ?? 'Where it comes from';
  return (
    <fieldset class={styles.group}>
      <legend>{legend()}</legend>
      <Show
        when={props.spot.value() !== undefined}
        fallback={
          <div>
            <Button
              label={`Add a source: ${legend()}`}
              onPress={() => {
                props.spot.put({ ref: first() ?? '', standing: 'unverified' }, 'Add a source');
              }}
            >
              Add a source
            </Button>
          </div>
        }
      >
        <FindingList findings={props.spot.findings()} />
        <div class={styles.row}>
          <ChoiceControl spot={props.spot.at('ref')} label="Source" options={sourceOptions(rules)} />
          <TextControl spot={props.spot.at('at')} label="Paragraph, page or row" optional size="short" />
        </div>
        <ChoiceControl spot={props.spot.at('standing')} label="Standing" options={standingOptions} />
        <TextControl spot={props.spot.at('note')} label="Note on the source" optional rows={2} />
        <Show when={props.optional}>
          <div>
            <Button
              label={`Remove the source: ${legend()}`}
              onPress={() => {
                props.spot.put(undefined, 'Remove a source');
              }}
            >
              Remove the source
            </Button>
          </div>
        </Show>
      </Show>
    </fieldset>
  );
}
