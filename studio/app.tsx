import { Router, type RouteSectionProps } from '@solidjs/router';
import { NotFoundScreen } from './frame/not-found-screen.tsx';
import { Shell } from './frame/shell.tsx';
import { isOpenToAll, screens } from './screens.ts';
import { createKey } from './session/create-key.ts';
import { createLink } from './session/create-link.ts';
import { createSession, SessionContext } from './session/session.ts';

/** The studio: a session, a frame, and the screen that the address names. */
export function App() {
  // Both leave the address before the router reads it.
  const key = createKey();
  const link = createLink();
  const Root = (props: RouteSectionProps) => (
    <SessionContext.Provider value={createSession({ key, link, isOpenToAll })}>
      <Shell {...props} />
    </SessionContext.Provider>
  );
  const routes = [
    ...screens.map(({ path, component }) => ({ path, component })),
    { path: '*', component: NotFoundScreen },
  ];
  return (
    <Router root={Root} scrollRestoration>
      {routes}
    </Router>
  );
}
