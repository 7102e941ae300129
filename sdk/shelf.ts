/** Items of a storage under one prefix. A storage that is missing, full or forbidden never throws: it keeps nothing. */
export class Shelf {
  constructor(
    private readonly storage: Storage | null,
    private readonly prefix: string,
  ) {}

  get(name: string): string | null {
    return attempt(() => this.storage?.getItem(this.prefix + name)) ?? null;
  }

  /** Whether it was kept. */
  set(name: string, value: string): boolean {
    const kept = attempt(() => {
      this.storage?.setItem(this.prefix + name, value);
      return this.storage !== null;
    });
    return kept ?? false;
  }

  remove(name: string): void {
    attempt(() => this.storage?.removeItem(this.prefix + name));
  }

  /** The rest of each name that begins so. */
  list(beginning: string): string[] {
    const start = this.prefix + beginning;
    const keys = attempt(() => {
      const { storage } = this;
      return storage && Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
    });
    return (keys ?? []).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
