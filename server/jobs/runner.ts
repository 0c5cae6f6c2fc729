import type { Threads } from '../batch/threads.ts';
import type { Deps } from '../deps.ts';
import { loggable } from '../log.ts';
import { StoreFault } from '../store/fault.ts';
import { failJob, jobProblem } from './end.ts';
import { askedJobs, jobIn } from './find.ts';
import type { Jobs } from './jobs.ts';
import { claim, endLeases, type Holder, LEASE, release, renew } from './lease.ts';
import { BlockFailed, workAt } from './work.ts';

/** Jobs that one server works at side by side, so that a long one keeps a short one waiting no longer than its blocks. */
const AT_ONCE = 2;
/** Milliseconds after which a server looks for jobs that others were asked. */
const LOOKING = 5000;

interface Needs extends Pick<Deps, 'store' | 'clock' | 'log' | 'shelf'> {
  readonly threads: Pick<Threads, 'parts'>;
  /** A name that no other server has, not even this one started again. */
  readonly name: string;
}

class Runner implements Jobs {
  private readonly needs: Needs;
  private readonly holder: Holder;
  private readonly running = new Map<string, Promise<void>>();
  private readonly waiting = new Set<() => void>();
  private readonly timer: ReturnType<typeof setInterval>;
  private looking: Promise<void>;
  private stopping = false;

  constructor(needs: Needs) {
    this.needs = needs;
    const { store, clock, name } = needs;
    this.holder = { store, clock, name };
    // because a SQLite file has one server: whoever worked at a job before this one started is gone
    this.looking = store.kind === 'sqlite' ? this.guarded(() => endLeases(this.holder)) : Promise.resolve();
    this.timer = setInterval(this.wake, LOOKING);
    this.timer.unref();
  }

  readonly wake = (): void => {
    this.looking = this.looking.then(() => this.guarded(() => this.look()));
  };

  readonly further = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const told = () => {
        clearTimeout(timer);
        this.waiting.delete(told);
        resolve();
      };
      const timer = setTimeout(told, milliseconds);
      this.waiting.add(told);
    });

  readonly idle = async (): Promise<void> => {
    await this.looking;
    while (this.running.size > 0) {
      await Promise.all(this.running.values());
      await this.looking;
    }
  };

  readonly stop = async (): Promise<void> => {
    this.stopping = true;
    clearInterval(this.timer);
    this.tell();
    await this.idle();
  };

  private tell(): void {
    for (const told of this.waiting) told();
  }

  /** What goes wrong with the store is logged, and tried again the next time. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.needs.log.error({ error: loggable(error) }, 'looking-for-jobs-failed');
    }
  }

  private async look(): Promise<void> {
    for (const id of this.stopping ? [] : await askedJobs(this.needs.store)) {
      if (this.running.size >= AT_ONCE) return;
      if (this.running.has(id)) continue;
      const claimed = await claim(this.holder, id);
      if (claimed === 'given-up') await this.fail(id, jobProblem('job-given-up', null));
      if (claimed === 'claimed') this.running.set(id, this.run(id));
    }
  }

  private async run(id: string): Promise<void> {
    const { log, shelf, threads } = this.needs;
    let isOurs = true;
    const beat = setInterval(() => {
      renew(this.holder, id).then(
        (renewed) => {
          isOurs = renewed;
        },
        // because a store that cannot be reached now may be before the lease is over
        () => undefined,
      );
    }, LEASE / 3);
    beat.unref();
    const working = {
      ...{ log, shelf, threads, holder: this.holder },
      isLeft: () => this.stopping || !isOurs,
      onProgress: () => {
        this.tell();
      },
    };
    let isStoreAtFault = false;
    try {
      await workAt(working, id);
    } catch (error) {
      isStoreAtFault = error instanceof StoreFault;
      await this.guarded(() => this.stumbled(id, error));
    }
    clearInterval(beat);
    await this.guarded(() => release(this.holder, id));
    this.running.delete(id);
    this.tell();
    // because a store at fault is left in peace until the next time
    if (!this.stopping && !isStoreAtFault) this.wake();
  }

  /** A store that fails is waited for; anything else ends the job. */
  private async stumbled(id: string, error: unknown): Promise<void> {
    this.needs.log.error({ job: id, error: loggable(error) }, 'job-stopped');
    if (this.stopping || error instanceof StoreFault) return;
    await this.fail(id, jobProblem('job-stopped', error instanceof BlockFailed ? error.block : null));
  }

  private async fail(id: string, problem: string): Promise<void> {
    const { store } = this.needs;
    const job = await store.read((q) => jobIn({ q, tables: store.tables }, id));
    if (job !== undefined) await failJob(store, job, problem);
    this.tell();
  }
}

/** Begins to work at jobs that are asked of any server that shares the store. */
export function createJobs(needs: Needs): Jobs {
  const jobs = new Runner(needs);
  jobs.wake();
  return jobs;
}
