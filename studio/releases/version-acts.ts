import type { VersionName } from '../addresses.ts';
import { type Answer, type Client, unreachable } from '../api.ts';
import type { Days } from './create-releasing.ts';

const failed = { ok: false, problem: unreachable } as const;

/** Puts a published version in force for other days. */
export async function releaseVersion(client: Client, param: VersionName, json: Days): Promise<Answer<true>> {
  try {
    const one = client.rulesets[':id'].versions[':version'];
    const response = await one.release.$post({ param: { ...param }, json });
    if (response.status === 200) return { ok: true, value: true };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}

/** Ends a version from a day on: the version that is then in force, if any. */
export async function withdrawVersion(
  client: Client,
  param: VersionName,
  json: { readonly from: string; readonly reason: string },
): Promise<Answer<string | undefined>> {
  try {
    const one = client.rulesets[':id'].versions[':version'];
    const response = await one.withdraw.$post({ param: { ...param }, json });
    if (response.status === 200) return { ok: true, value: (await response.json()).inForce?.version };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}
