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
  const lost = { path: '*', component: NotFoundScreen };
  const routes = [
    ...screens.map(({ path, component, parts }) => ({
      path,
      component,
      // An address inside a screen that has parts leads to one of them, or nowhere.
      ...(parts && {
        children: [...parts.map((part) => ({ path: `/${part.path}`, component: part.component })), lost],
      }),
    })),
    lost,
  ];
  return (
    <Router root={Root} scrollRestoration>
      {routes}
    </Router>
  );
}
