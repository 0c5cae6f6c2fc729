import type { HttpBindings } from '@hono/node-server';
import type { Principal } from './identity/principal.ts';
import type { IdentityProblem } from './identity/problems.ts';

/** What the middleware leaves for the handlers of one request. */
export interface ServerEnv {
  /** Nothing where no socket is behind the request, as in tests. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Who asks; there on every address that needs somebody. */
    principal: Principal;
    /** The id of the session that asks; there where a person does. */
    session: string;
    /** Method and path as they are registered, such as `GET /api/v1/people`; there where `principal` is. */
    address: string;
    /** Asks again whether the caller may still do what they began: the problem where not. */
    stillAllowed: () => Promise<IdentityProblem | undefined>;
  };
}
