import { createSignal, type JSX, Show } from 'solid-js';
import { save } from './save.ts';
import { useSession } from './session.ts';

interface DownloadLinkProps {
  /** Below the API: `/cohort-templates/wide.csv`. */
  readonly of: string;
  /** What the file is called. */
  readonly name: string;
  readonly children: JSX.Element;
}

/** A file of the server to be downloaded. A link by itself carries a session, but no key: then this page fetches it. */
export function DownloadLink(props: DownloadLinkProps) {
  const { key } = useSession();
  const [failed, setFailed] = createSignal(false);
  const address = () => `/api/v1${props.of}`;
  const fetched = async (held: string) => {
    setFailed(false);
    try {
      const response = await fetch(address(), { headers: { Authorization: `Bearer ${held}` } });
      if (response.ok) save(await response.blob(), props.name);
      else setFailed(true);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <a
        href={address()}
        download={props.name}
        rel="external"
        onClick={(event) => {
          const held = key();
          if (held === undefined) return;
          event.preventDefault();
          void fetched(held);
        }}
      >
        {props.children}
      </a>
      <Show when={failed()}>
        <span role="alert"> The file could not be had. Try again.</span>
      </Show>
    </>
  );
}
