/** The parts of what a cron does, one after the other: one that fails keeps no other from its work. */
export class PartsOfCron {
  private readonly failures: unknown[] = [];

  /** Does a part; when it fails, `otherwise` stands for what it would have found. */
  async run<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.failures.push(error);
      return otherwise;
    }
  }

  /** Throws what failed, once every part had its turn. */
  end(): void {
    if (this.failures.length > 1) throw new AggregateError(this.failures, this.failures.map(String).join('; '));
    if (this.failures.length === 1) throw this.failures[0];
  }
}
