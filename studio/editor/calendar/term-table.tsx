import { createSignal, Index, Show } from 'solid-js';
import { dayInWords, lastDayInWords } from '../../day-in-words.ts';
import { isStanding, StandingTag } from '../../reading/standing-tag.tsx';
import { Button } from '../../ui/button.tsx';
import controls from '../controls/controls.module.css';
import { DayControl } from '../controls/day-control.tsx';
import { FindingList } from '../controls/finding-list.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { focusOn } from '../focus-on.ts';
import table from '../parameters/parameters.module.css';
import { isDay } from '../parameters/units.ts';
import { changeAll, controlOf, findingsWithin, type Spot } from '../spot.ts';
import { idOf, listOf, memberOf, textOf, valueAt } from '../value.ts';
import { termAfter, termInWords } from './next-term.ts';

const first = (day: unknown) => (isDay(textOf(day)) ? dayInWords(textOf(day)) : textOf(day));
const last = (day: unknown) => (isDay(textOf(day)) ? lastDayInWords(textOf(day)) : textOf(day));

interface TermProps {
  readonly spot: Spot;
}

/** The days of one term, its half-term and its source. */
function TermForm(props: TermProps & { readonly onRemove: () => void }) {
  const half = () => props.spot.at('halfTerm');
  return (
    <div class={controls.group}>
      <TextControl
        spot={props.spot.at('id')}
        label="Term"
        hint="The academic year and autumn, spring or summer, such as 2012-13/autumn"
        size="short"
      />
      <div class={controls.row}>
        <DayControl spot={props.spot.at('from')} label="First day" />
        <DayControl spot={props.spot.at('to')} label="First day after it" />
      </div>
      <Show
        when={half().value() !== undefined}
        fallback={
          <div>
            <Button
              onPress={() => {
                const from = textOf(memberOf(props.spot.value(), 'from'));
                half().put({ from, to: from }, 'Add a half-term');
              }}
            >
              Add a half-term
            </Button>
          </div>
        }
      >
        <div class={controls.row}>
          <DayControl spot={half().at('from')} label="First day of the half-term" />
          <DayControl spot={half().at('to')} label="First day after the half-term" />
        </div>
        <div>
          <Button
            onPress={() => {
              half().put(undefined, 'Remove a half-term');
            }}
          >
            Remove the half-term
          </Button>
        </div>
      </Show>
      <SourceControl spot={props.spot.at('source')} />
      <div>
        <Button onPress={props.onRemove}>Remove this term</Button>
      </div>
    </div>
  );
}

function TermCells(props: TermProps) {
  const at = (...path: readonly string[]) => valueAt(props.spot.value(), path);
  const standing = () => {
    const word = textOf(at('source', 'standing'));
    return isStanding(word) ? word : undefined;
  };
  return (
    <>
      <th scope="row">
        {termInWords(idOf(props.spot.value()))}
        <FindingList findings={findingsWithin(props.spot)} />
      </th>
      <td>{first(at('from'))}</td>
      <td>{last(at('to'))}</td>
      <td>
        {at('halfTerm') === undefined
          ? 'Not said'
          : `${first(at('halfTerm', 'from'))} to ${last(at('halfTerm', 'to'))}`}
      </td>
      <td>
        <Show when={standing()}>{(word) => <StandingTag standing={word()} />}</Show>
      </td>
    </>
  );
}

/** Terms in their order, each opened to be changed below its row. */
export function TermTable(props: { readonly spot: Spot }) {
  const [open, setOpen] = createSignal<number>();
  const terms = () => listOf(props.spot.value());
  const button = (at: number) => `${controlOf(props.spot.at(at))}:change`;
  const add = () => {
    const at = terms().length;
    changeAll(props.spot, 'Add a term', [
      { insert: [...props.spot.path, at], value: termAfter(terms().at(-1)) },
    ]);
    setOpen(at);
    focusOn(button(at));
  };
  const remove = (at: number) => {
    setOpen(undefined);
    changeAll(props.spot, 'Remove a term', [{ remove: [...props.spot.path, at] }]);
    focusOn(button(Math.max(0, at - 1)));
  };
  return (
    <>
      <FindingList findings={props.spot.findings()} />
      <div class={table.scroll} role="region" aria-label="Table of terms" tabindex="0">
        <table class={table.table}>
          <thead>
            <tr>
              <th scope="col">Term</th>
              <th scope="col">First day</th>
              <th scope="col">Last day</th>
              <th scope="col">Half-term</th>
              <th scope="col">Standing</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            <Index each={terms()}>
              {(term, at) => (
                <>
                  <tr>
                    <TermCells spot={props.spot.at(at)} />
                    <td>
                      <Button
                        id={button(at)}
                        expanded={open() === at}
                        label={`${open() === at ? 'Close' : 'Change'}: ${termInWords(idOf(term()))}`}
                        onPress={() => setOpen(open() === at ? undefined : at)}
                      >
                        {open() === at ? 'Close' : 'Change'}
                      </Button>
                    </td>
                  </tr>
                  <Show when={open() === at}>
                    <tr>
                      <td colspan="6">
                        <TermForm
                          spot={props.spot.at(at)}
                          onRemove={() => {
                            remove(at);
                          }}
                        />
                      </td>
                    </tr>
                  </Show>
                </>
              )}
            </Index>
          </tbody>
        </table>
      </div>
      <div>
        <Button onPress={add}>Add the next term</Button>
      </div>
    </>
  );
}
