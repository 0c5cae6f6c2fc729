import { Button } from '../ui/button.tsx';
import { Screen } from './screen.tsx';

/** What is shown where a screen could not be opened: its script is not to be had, or it is at fault. */
export function BrokenScreen(props: { readonly open: string }) {
  return (
    <Screen title="This screen cannot be shown" wrong>
      <p role="alert">
        The server may have been stopped, or started again with newer pages. What was typed on other screens
        may be lost when the page is loaded again.
      </p>
      <div>
        <Button
          onPress={() => {
            window.location.assign(props.open);
          }}
        >
          Load the page again
        </Button>
      </div>
    </Screen>
  );
}
