import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file without a name in a folder: nothing of it is left once the process ends, however it ends. */
export async function scratchFile(scratch: string): Promise<FileHandle> {
  const folder = await mkdtemp(path.join(scratch, 'threshold-cohort-'));
  const handle = await open(path.join(folder, 'rows'), 'wx+', 0o600);
  await rm(folder, { recursive: true });
  return handle;
}
