import { createSignal, type JSX, Show } from 'solid-js';
import { unreachable } from '../api.ts';
import { save } from '../session/save.ts';
import { Button } from '../ui/button.tsx';

interface Written {
  readonly ok: boolean;
  readonly blob: () => Promise<Blob>;
}

interface DownloadTableProps {
  /** What the file is called. */
  readonly name: string;
  /** Asks the server to write it. */
  readonly of: () => Promise<Written>;
  readonly children: JSX.Element;
}

/** Saves what the server writes of a document as a table. */
export function DownloadTable(props: DownloadTableProps) {
  const [wrong, setWrong] = createSignal<string>();
  const download = async () => {
    setWrong(undefined);
    try {
      const written = await props.of();
      if (written.ok) save(await written.blob(), props.name);
      else setWrong('The file could not be had. Try again.');
    } catch {
      setWrong(unreachable.title);
    }
  };
  return (
    <div>
      <Button
        onPress={() => {
          void download();
        }}
      >
        {props.children}
      </Button>
      <Show when={wrong()}>{(words) => <p role="alert">{words()}</p>}</Show>
    </div>
  );
}
