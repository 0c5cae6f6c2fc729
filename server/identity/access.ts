import type { Permission } from './permissions.ts';

/**
 * What an address needs of whoever calls it: nothing, a person or a key whatever they may do, a person with a session, or
 * a permission.
 */
export type Need = 'nobody' | 'anybody-signed-in' | 'person' | Permission;

/**
 * What every address needs, by method and path as they are registered; a row that ends with a star stands for all below.
 * The app refuses to start with an address that is not here, and a test walks every row with every role.
 */
export const access: Readonly<Record<string, Need>> = {
  'GET /api/v1/openapi.json': 'nobody',
  'GET /api/v1/reference': 'nobody',
  'GET /api/v1/reference/*': 'nobody',
  'GET /api/v1/problems': 'nobody',
  'GET /api/v1/problems/{name}': 'nobody',
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
  'POST /api/v1/set-up': 'nobody',
  'POST /api/v1/passwords': 'nobody',
  'POST /api/v1/sessions': 'nobody',
  'GET /api/v1/sessions': 'person',
  'DELETE /api/v1/sessions/current': 'person',
  'DELETE /api/v1/sessions/{session}': 'person',
  'GET /api/v1/account': 'anybody-signed-in',
  'PUT /api/v1/account/password': 'person',
  'GET /api/v1/people': 'people:manage',
  'POST /api/v1/people': 'people:manage',
  'PATCH /api/v1/people/{person}': 'people:manage',
  'POST /api/v1/people/{person}/disable': 'people:manage',
  'POST /api/v1/people/{person}/enable': 'people:manage',
  'POST /api/v1/people/{person}/password-link': 'people:manage',
  'GET /api/v1/people/{person}/sessions': 'people:manage',
  'DELETE /api/v1/people/{person}/sessions/{session}': 'people:manage',
  'GET /api/v1/keys': 'person',
  'POST /api/v1/keys': 'person',
  'DELETE /api/v1/keys/{key}': 'person',
  'GET /api/v1/audit': 'audit:read',
  'GET /api/v1/audit/verification': 'audit:read',
  'GET /api/v1/vocabularies/{id}/contents': 'rulesets:read',
  'GET /api/v1/calendars': 'rulesets:read',
  'GET /api/v1/calendars/{id}': 'rulesets:read',
  'GET /api/v1/calendars/{id}/contents': 'rulesets:read',
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
