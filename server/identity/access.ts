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
  'GET /api/v1/decisions': 'decisions:read',
  'GET /api/v1/decisions/{id}': 'decisions:read',
  'POST /api/v1/decisions/{id}/replay': 'decisions:keep',
  'GET /api/v1/families/{id}/export': 'families:erase',
  'DELETE /api/v1/families/{id}': 'families:erase',
  'GET /api/v1/rulesets': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/versions': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/versions/{version}': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/versions/{a}/changes-to/{b}': 'rulesets:read',
  'GET /api/v1/rulesets/{id}/in-force': 'rulesets:read',
  'GET /api/v1/vocabularies/{id}': 'rulesets:read',
};
