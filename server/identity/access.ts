import type { Permission } from './permissions.ts';

/** What an address needs of whoever calls it. */
export type Need = 'nobody' | 'anybody-signed-in' | Permission;

/**
 * What every address needs, by method and path as they are registered. The app refuses to start with an address that is
 * not here, and a test walks every row with every role.
 */
export const access: Readonly<Record<string, Need>> = {
  'GET /api/v1/openapi.json': 'nobody',
  'GET /api/v1/reference': 'nobody',
  'GET /api/v1/problems': 'nobody',
  'GET /api/v1/examples/evaluation': 'nobody',
  'POST /api/v1/evaluations': 'decide',
  'POST /api/v1/evaluations/batch': 'decide',
  'POST /api/v1/comparisons': 'decide',
  'GET /api/v1/rulesets': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/versions': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/versions/{version}': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/versions/{a}/changes-to/{b}': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/in-force': 'rulesets:read',
  'GET /api/v1/vocabularies/{id}': 'rulesets:read',
  'GET /api/v1/vocabularies/{id}/contents': 'rulesets:read',
  'GET /api/v1/calendars': 'rulesets:read',
  'GET /api/v1/calendars/{id}': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/history': 'rulesets:read',
  'POST /api/v1/rulesets/{id}/versions/{version}/release': 'rulesets:release',
  'POST /api/v1/rulesets/{id}/versions/{version}/withdraw': 'rulesets:release',
  'GET /api/v1/drafts': 'rulesets:read',
  'POST /api/v1/drafts': 'rulesets:draft',
  'GET /api/v1/drafts/{id}': 'rulesets:read',
  'PUT /api/v1/drafts/{id}': 'rulesets:draft',
  'DELETE /api/v1/drafts/{id}': 'rulesets:draft',
  'GET /api/v1/drafts/{id}/revisions': 'rulesets:read',
  'GET /api/v1/drafts/{id}/revisions/{revision}': 'rulesets:read',
  'GET /api/v1/drafts/{id}/checks': 'rulesets:read',
  'GET /api/v1/drafts/{id}/history': 'rulesets:read',
  'POST /api/v1/drafts/{id}/submit': 'rulesets:draft',
  'POST /api/v1/drafts/{id}/approve': 'rulesets:approve',
  'POST /api/v1/drafts/{id}/send-back': 'rulesets:approve',
  'POST /api/v1/drafts/{id}/release': 'rulesets:release',
};
