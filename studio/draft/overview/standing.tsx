import { Show } from 'solid-js';
import { useDraft } from '../editing.ts';

const many = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** How much is wrong with what is on the screen, and how its cases go. */
export function Standing() {
  const { findings, cases } = useDraft();
  const errors = () => findings().filter(({ severity }) => severity === 'error').length;
  const warnings = () => findings().length - errors();
  const failed = () => cases().filter(({ passed }) => !passed).length;
  const told = () =>
    [
      errors() === 0 ? 'no error' : many(errors(), 'error'),
      ...(warnings() === 0 ? [] : [many(warnings(), 'warning')]),
    ].join(', ');
  const gone = () => {
    const all = cases().length;
    if (all === 1) return failed() === 0 ? 'Its one case passes.' : 'Its one case fails.';
    if (failed() === 0) return `All ${all} cases pass.`;
    return `${failed()} of ${all} cases ${failed() === 1 ? 'fails' : 'fail'}.`;
  };
  return (
    <span>
      {told().charAt(0).toUpperCase() + told().slice(1)}.
      <Show when={errors() === 0 && cases().length > 0}> {gone()}</Show>
    </span>
  );
}
