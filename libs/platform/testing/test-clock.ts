import { Clock } from '#platform/clock';

/** A clock that a test sets; until then it runs with the real time. */
export class TestClock extends Clock {
  private fixed: Date | null = null;

  override now(): Date {
    return this.fixed ? new Date(this.fixed) : new Date();
  }

  set(moment: Date | string | null): void {
    this.fixed = moment === null ? null : new Date(moment);
  }
}
