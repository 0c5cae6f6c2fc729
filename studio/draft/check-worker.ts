import { createChecker, type Checks } from './check-texts.ts';
import type { CaseVerdicts, CheckAsked, FromChecker, ToChecker } from './checking.ts';

// Runs beside the page, so that typing never waits for what is found in what was typed.

/** Milliseconds for which cases are run before it is looked whether something newer was typed. */
const turn = 12;

let checker = createChecker({ vocabularies: [], calendars: [] });
let newest = 0;

const tell = (message: FromChecker) => {
  postMessage(message);
};

const breath = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Runs every case, a few at a time, until something newer was typed. */
async function runAll(asked: number, { ids, run }: Checks): Promise<void> {
  let from = 0;
  do {
    const until = performance.now() + turn;
    const cases: CaseVerdicts[] = [];
    do {
      cases.push(...ids.slice(from, from + 1).flatMap(run));
      from += 1;
    } while (from < ids.length && performance.now() < until);
    tell({ asked, ids, cases, last: from >= ids.length });
    await breath();
  } while (from < ids.length && asked === newest);
}

async function check({ asked, kind, document, cases }: CheckAsked): Promise<void> {
  newest = asked;
  await breath();
  if (asked !== newest) return;
  const checks = checker[kind]({ document, cases });
  tell({ asked, findings: checks.findings });
  await breath();
  if (asked !== newest) return;
  if (checks.read !== undefined)
    tell({ asked, checked: checks.read.checked, reading: checks.read.reading() });
  await runAll(asked, checks);
}

addEventListener('message', ({ data }: MessageEvent<ToChecker>) => {
  if ('ground' in data) checker = createChecker(data.ground);
  else void check(data.check);
});
