import { For } from 'solid-js';
import type { ListedRuleset } from '../api.ts';
import { describedBy, Field } from '../ui/field.tsx';

interface VersionFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly rulesets: readonly ListedRuleset[];
  /** `phase-1@1.0.0`; empty until one is chosen. */
  readonly value: string;
  readonly onChoose: (version: string) => void;
}

function VersionOptions(props: { readonly rulesets: readonly ListedRuleset[] }) {
  return (
    <>
      <option value="">Choose a version</option>
      <For each={props.rulesets}>
        {(ruleset) => (
          <optgroup label={ruleset.title}>
            <For each={ruleset.versions}>
              {(version) => <option value={`${ruleset.id}@${version}`}>{`${ruleset.id} ${version}`}</option>}
            </For>
          </optgroup>
        )}
      </For>
    </>
  );
}

/** A version among those there are, of any ruleset. */
export function VersionField(props: VersionFieldProps) {
  return (
    <Field id={props.id} label={props.label} hint={props.hint} error={props.error}>
      <select
        id={props.id}
        value={props.value}
        aria-describedby={describedBy(props.id, props.error)}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onChange={(event) => {
          props.onChoose(event.currentTarget.value);
        }}
      >
        <VersionOptions rulesets={props.rulesets} />
      </select>
    </Field>
  );
}
