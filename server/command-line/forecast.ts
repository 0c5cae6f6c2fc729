import { checkForecastWindows, type Day, ok, windowsAhead } from '../../engine/index.ts';
import { plainVersion } from '../batch/setup.ts';
import { createThreads } from '../batch/threads.ts';
import { shippedWindows } from '../claims/windows.ts';
import { forecastCsv } from '../forecast/forecast-csv.ts';
import { forecastFamilies } from '../forecast/forecast-families.ts';
import { documentOf } from '../library/document-text.ts';
import { dayOf } from '../library/evaluate.ts';
import { inputFrom, isMissing, LINE_BYTES } from './batch.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { versionNamed } from './opened.ts';
import { failure, type Outcome } from './problem.ts';

export interface ForecastOptions {
  readonly ruleset: string;
  readonly rulesets: string;
  readonly asOf: string;
  readonly restateAttachment?: string;
  /** A file with the claim windows; those that come with the program for the ruleset's programme and phase where absent. */
  readonly windows?: string;
  readonly csv?: boolean;
  readonly strict?: boolean;
  readonly threads: number;
}

const noFile = (file: string) => failure('file-unreadable', `there is no file \`${file}\` that can be read`);

/** Windows that were listed are all meant: one that is too far ahead is wrong. */
function windowsListed(document: ReturnType<typeof documentOf>, asOf: Day): ReturnType<typeof windowsAhead> {
  const open = document.ok ? checkForecastWindows(document.value, asOf) : document;
  return open.ok ? ok({ open: open.value, tooFar: [] }) : open;
}

/** Forecasts what would be claimed for families, one a line, in each claim window. */
export async function forecastCommand(file: string, options: ForecastOptions, io: Io): Promise<Outcome> {
  const version = versionNamed(options.ruleset, options.rulesets);
  if (!version.ok) return version.error;
  const { programme, phase } = version.value.ruleset;
  const bytes = options.windows === undefined ? undefined : await bytesFrom(options.windows, io);
  if (bytes?.ok === false) return noFile(options.windows ?? '');
  const inForce = shippedWindows().map(({ window }) => window);
  const day = dayOf(options.asOf);
  const windows =
    bytes === undefined
      ? windowsAhead({ programme, phase }, inForce, day)
      : windowsListed(documentOf(bytes.value), day);
  if (!windows.ok) {
    const where = options.windows === undefined ? `${programme}, phase ${String(phase)}` : options.windows;
    return failure('windows-invalid', `no forecast can be made over the windows of \`${where}\``, {
      findings: windows.error,
    });
  }
  const { asOf, restateAttachment } = options;
  const setup = {
    ...{ asOf, restateAttachment, trace: 'none' as const, brief: true, opinionsPerThousand: 0 },
    ...{ lineBytes: LINE_BYTES, problems: '/problems/', version: plainVersion(version.value) },
    forecast: { windows: windows.value.open },
  };
  const threads = createThreads(options.threads);
  try {
    const windowsOf = bytes === undefined ? { programme, phase } : null;
    const windowsTooFar = windows.value.tooFar;
    const found = await forecastFamilies(inputFrom(file, io), {
      ...{ setup, windowsOf, windowsTooFar, watched: { threads } },
    });
    if (!found.ok) throw new Error('invariant: nobody forbids what is asked on the command line');
    const exit = options.strict === true && found.value.problems.lines > 0 ? 1 : 0;
    return options.csv === true ? { exit, text: forecastCsv(found.value) } : { exit, output: found.value };
  } catch (error) {
    if (isMissing(error)) return noFile(file);
    throw error;
  } finally {
    await threads.close();
  }
}
