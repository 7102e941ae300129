/** The storage of a browser, shared by its pages; `capacity` is the number of items that fit. */
export class FakeStorage implements Storage {
  private items = new Map<string, string>();
  capacity = Number.POSITIVE_INFINITY;

  get length(): number {
    return this.items.size;
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (!this.items.has(key) && this.items.size >= this.capacity) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }

  clear(): void {
    this.items.clear();
  }

  /** How many unsent events are kept. */
  countEvents(): number {
    return [...this.items.keys()].filter((key) => key.includes(' event ')).length;
  }
}
