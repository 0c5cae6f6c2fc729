/** What the middleware leaves for the handlers of one request. */
export interface ServerEnv {
  Variables: { requestId: string };
}
