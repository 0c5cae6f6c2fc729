import type { Principal } from './identity/principal.ts';

/** What the middleware leaves for the handlers of one request. */
export interface ServerEnv {
  Variables: {
    requestId: string;
    /** Who asks; there on every address that needs somebody. */
    principal: Principal;
  };
}
