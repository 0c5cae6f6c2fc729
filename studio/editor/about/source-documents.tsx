import { createSignal, For, Show } from 'solid-js';
import { AddThing } from '../add-thing.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { focusOn } from '../focus-on.ts';
import { useRules } from '../rules.ts';
import { controlOf, findingsWithin, type Spot } from '../spot.ts';
import { entriesOf, keysOf, listOf, memberOf, textOf } from '../value.ts';

/** How many statements rest on a source. */
function restingOn(document: unknown, ref: string): number {
  const own =
    textOf(memberOf(document, 'ref')) === ref && memberOf(document, 'standing') !== undefined ? 1 : 0;
  const inner = [...listOf(document), ...entriesOf(document).map(([, value]) => value)];
  return inner.reduce<number>((sum, one) => sum + restingOn(one, ref), own);
}

function SourceDocument(props: {
  readonly spot: Spot;
  readonly name: string;
  readonly onRemoved: () => void;
}) {
  const rules = useRules();
  const title = () => textOf(memberOf(props.spot.value(), 'title')) || props.name;
  const uses = () => restingOn(rules.document(), props.name);
  return (
    <li>
      <details class={controls.more}>
        <summary>{title()}</summary>
        <div class={controls.group}>
          <p>
            Known here as <code>{props.name}</code>.{' '}
            {uses() === 1 ? '1 statement rests' : `${uses()} statements rest`} on it.
          </p>
          <TextControl spot={props.spot.at('title')} label="Title" rows={2} />
          <TextControl spot={props.spot.at('publisher')} label="Publisher" optional />
          <TextControl
            spot={props.spot.at('date')}
            label="Date"
            hint="The day or month of publication, as printed"
            optional
            size="short"
          />
          <TextControl spot={props.spot.at('href')} label="Address" optional />
          <TextControl spot={props.spot.at('document')} label="File name" optional />
          <Show when={uses() === 0}>
            <Confirm
              ask="Remove this source"
              label={`Remove this source: ${title()}`}
              question="Remove this source? Undo brings it back."
              yes="Yes, remove"
              no="Leave it"
              onYes={() => {
                props.spot.put(undefined, 'Remove a source');
                props.onRemoved();
              }}
            />
          </Show>
        </div>
      </details>
      <FindingList findings={findingsWithin(props.spot)} />
    </li>
  );
}

/** The documents that a file was written from, each to be changed in place, and a way to add one. */
export function SourceDocuments(props: { readonly spot: Spot }) {
  const [adding, setAdding] = createSignal(false);
  const ask = () => `${controlOf(props.spot)}:add`;
  const close = () => {
    setAdding(false);
    focusOn(ask());
  };
  return (
    <section class={controls.stack} aria-labelledby="about:sources">
      <h2 id="about:sources">Sources</h2>
      <p>The documents that these rules were written from. Each statement names one of them.</p>
      <FindingList findings={props.spot.findings()} />
      <ul class={controls.stack}>
        <For each={keysOf(props.spot.value())} fallback={<li>There is none yet.</li>}>
          {(name) => <SourceDocument spot={props.spot.at(name)} name={name} onRemoved={close} />}
        </For>
      </ul>
      <Show
        when={adding()}
        fallback={
          <div>
            <Button
              id={ask()}
              onPress={() => {
                setAdding(true);
                focusOn('add-source:label');
              }}
            >
              Add a source
            </Button>
          </div>
        }
      >
        <div class={controls.group} role="group" aria-label="Add a source">
          <AddThing
            what="the source"
            id="add-source"
            label="Title"
            hint="As it is printed"
            onAdd={({ id, label }) => {
              props.spot.at(id).put({ title: label }, 'Add a source');
              close();
            }}
          />
          <div>
            <Button onPress={close}>Cancel</Button>
          </div>
        </div>
      </Show>
    </section>
  );
}
