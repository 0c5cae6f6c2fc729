import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts. Labels are routes, statuses and versions: nothing of a family. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'method' | 'route' | 'status'>;
  readonly seconds: Histogram<'method' | 'route'>;
  readonly underWay: Gauge;
  readonly evaluations: Counter<'ruleset' | 'version' | 'eligibility'>;
  readonly batchLines: Counter<'outcome'>;
  readonly storeFaults: Counter<'code'>;
  /** Set when it is asked for. */
  readonly auditHead: Gauge;
}

/** Upper bounds in seconds. An evaluation takes milliseconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'threshold_http_requests_total',
      help: 'Requests answered, by method, route and status',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'threshold_http_request_duration_seconds',
      help: 'Seconds from the first byte of a request to its answer',
      labelNames: ['method', 'route'],
      buckets,
      registers,
    }),
    underWay: new Gauge({
      name: 'threshold_evaluations_under_way',
      help: 'Evaluations that have begun and are not answered',
      registers,
    }),
    batchLines: new Counter({
      name: 'threshold_batch_lines_total',
      help: 'Lines of batches that came to their end, by outcome: decision or problem',
      labelNames: ['outcome'],
      registers,
    }),
    storeFaults: new Counter({
      name: 'threshold_store_faults_total',
      help: 'Requests that the store failed, by what was wrong with it',
      labelNames: ['code'],
      registers,
    }),
    auditHead: new Gauge({
      name: 'threshold_audit_head_seq',
      help: 'Sequence number of the newest audit entry; of several servers on one store each says the same',
      registers,
    }),
    evaluations: new Counter({
      name: 'threshold_evaluations_total',
      help: 'Families decided, by ruleset, version and eligibility',
      labelNames: ['ruleset', 'version', 'eligibility'],
      registers,
    }),
  };
}
