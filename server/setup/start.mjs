import { ensure } from './ensure.mjs';
import { freshen } from './freshness.mjs';

ensure();
freshen(['server', 'studio']);
// In this process, so that signals reach the server. The address is computed because the file exists only once built.
await import(new URL('../../dist/server/main.js', import.meta.url).href);
