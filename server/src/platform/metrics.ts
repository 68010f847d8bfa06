import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What a process counts of itself, for Prometheus. No label holds what a person typed: each has a few values that are
 * known beforehand.
 */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = this.counter('portico_requests_total', 'Requests that were answered.', [
    'route',
    'operation',
    'status',
  ]);
  readonly seconds = new Histogram({
    name: 'portico_request_seconds',
    help: 'How long requests took, from their first byte to the last of the answer.',
    labelNames: ['route', 'operation'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly shed = this.counter('portico_shed_total', 'Requests and sockets turned away under overload.', [
    'what',
  ]);
  readonly limited = this.counter('portico_rate_limited_total', 'What a rate limit refused.', ['limit']);
  readonly mails = this.counter('portico_mails_total', 'Mails, by what became of the attempt.', ['outcome']);

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** A state that is asked for when somebody looks; of several processes the states are added, or the largest counts. */
  observe(name: string, help: string, read: () => number | Promise<number>, of: 'sum' | 'max' = 'sum'): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      aggregator: of,
      async collect() {
        // What cannot be told now is no reason to tell nothing.
        this.set(await Promise.resolve(read()).catch(() => NaN));
      },
    });
  }

  /** Memory, processor time and the delay of the event loop; they cost a little all the time. */
  observeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Answers the main process, where there are several. */
  shareWithOthers(): void {
    AggregatorRegistry.setRegistries(this.registry);
  }
}
