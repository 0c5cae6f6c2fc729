import { Match, Show, Switch } from 'solid-js';
import controls from '../../editor/controls/controls.module.css';
import { ConsequenceList } from './consequence-list.tsx';
import { within } from './consequences.ts';
import { useWords } from '../create-words.ts';

interface MeansForFamiliesProps {
  /** What of the vocabulary it is about; all of it where absent. */
  readonly place?: string;
}

/** What the changes of a vocabulary, or of a place in it, mean for families that are written already. */
export function MeansForFamilies(props: MeansForFamiliesProps) {
  const words = useWords();
  const all = () =>
    props.place === undefined ? words.consequences() : within(words.consequences(), props.place);
  return (
    <section class={controls.stack} aria-labelledby="vocabulary:families">
      <h2 id="vocabulary:families">What it means for families that are written already</h2>
      <Switch>
        <Match when={words.published().state === 'none'}>
          <p>Nothing: it is not published yet, and no family is written in it.</p>
        </Match>
        <Match when={words.published().state === 'not-known'}>
          <p>It is said here as soon as the server has told what of it is published.</p>
        </Match>
        <Match when={all().length === 0}>
          <p>Nothing: they are read as they are by what is published.</p>
        </Match>
        <Match when={all().length > 0}>
          <ConsequenceList all={all()} linked={props.place === undefined} />
        </Match>
      </Switch>
      <Show when={props.place === undefined}>
        <p>
          Versions that are published already keep the vocabulary that they were approved with, and read
          families by that. Drafts are checked against this one as soon as it is published, and versions that
          are released after that read families by it.
        </p>
      </Show>
    </section>
  );
}
