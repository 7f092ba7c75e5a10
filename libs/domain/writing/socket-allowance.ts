/** How much one connection may send: so many at once, refilled at a steady rate. */
export class SocketAllowance {
  private left: number;
  private filledAt = performance.now();

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.left = burst;
  }

  /** Takes from the allowance; false when it is used up. */
  take(amount = 1): boolean {
    const now = performance.now();
    this.left = Math.min(this.burst, this.left + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    if (this.left < amount) return false;
    this.left -= amount;
    return true;
  }
}
