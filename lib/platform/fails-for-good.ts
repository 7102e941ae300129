/** Thrown by a job that would fail again however often it is tried: it is kept for an admin at once. */
export class FailsForGood extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FailsForGood';
  }
}
