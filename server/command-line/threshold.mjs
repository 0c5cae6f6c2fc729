#!/usr/bin/env node
import { ensure } from '../setup/ensure.mjs';
import { freshen } from '../setup/freshness.mjs';

// Installs and builds on standard error where that is still to be done: standard output carries JSON only.
ensure();
freshen(['server']);
await import(new URL('../../dist/server/command-line.js', import.meta.url).href);
