import * as z from 'zod';

// Imported before anything that makes a schema. zod would otherwise try whether it may compile code, which the
// Content-Security-Policy forbids and the browser reports.
z.config({ jitless: true });
