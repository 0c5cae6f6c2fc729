import { Router } from '@solidjs/router';
import { Shell } from './frame/shell.tsx';
import { NotFoundScreen } from './frame/not-found-screen.tsx';
import { screens } from './screens.ts';
import { createSession, SessionContext } from './session/session.ts';

/** The studio: a session, a frame, and the screen that the address names. */
export function App() {
  const session = createSession();
  const routes = [
    ...screens.map(({ path, component }) => ({ path, component })),
    { path: '*', component: NotFoundScreen },
  ];
  return (
    <SessionContext.Provider value={session}>
      <Router root={Shell} scrollRestoration>
        {routes}
      </Router>
    </SessionContext.Provider>
  );
}
