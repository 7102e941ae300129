import type { Environment } from './environment';
import type { SdkEvent } from './event';
import type { Shelf } from './shelf';

/** A page that has not said for so long that it lives is gone; browsers wake hidden pages once a minute. */
const SILENCE_MILLISECONDS = 150_000;

const EVENT = 'event ';
const PAGE = 'page ';

/**
 * The unsent events, in the order of their ids. Each is an item of its own on the shelf as well, named after the page
 * that owns it: so pages never overwrite one another, and none sends what another is about to send. A page that leaves
 * gives its events up; the next one takes them over.
 */
export class Outbox {
  events: SdkEvent[] = [];
  private owner = '';
  /** This page, and the pages whose events it took over. */
  private owners = new Set<string>();
  private names = new Map<string, string>();

  constructor(
    private readonly shelf: Shelf,
    private readonly now: Environment['now'],
    private readonly makeId: () => string,
  ) {}

  get isOpen(): boolean {
    return this.owners.size > 0;
  }

  /** From here on this page owns what is added, and after `keepAlive` what nobody else does. */
  open(): void {
    this.owner = this.makeId();
    this.owners = new Set([this.owner]);
  }

  /** Gives up what is on the shelf; the rest stays, for it is nowhere else. */
  close(): void {
    this.events = this.events.filter((event) => !this.names.has(event.id));
    for (const owner of this.owners) this.shelf.remove(PAGE + owner);
    this.owners.clear();
  }

  add(event: SdkEvent): void {
    const text = JSON.stringify(event);
    const name = `${EVENT}${this.owner} ${event.id}`;
    this.events.push(event);
    if (this.shelf.set(name, text)) this.names.set(event.id, name);
  }

  /** Forgets events for good: they were answered, or can never be. */
  settle(events: readonly SdkEvent[]): void {
    const ids = new Set(events.map((event) => event.id));
    this.events = this.events.filter((event) => !ids.has(event.id));
    for (const id of ids) {
      const name = this.names.get(id);
      if (name) this.shelf.remove(name);
      this.names.delete(id);
    }
  }

  /** Says that this page lives, and takes over the events of pages that do not. */
  keepAlive(): void {
    const stored = this.shelf.list(EVENT);
    const gone = new Set(stored.map(ownerOf).filter((owner) => !this.owners.has(owner) && this.isGone(owner)));
    for (const owner of this.shelf.list(PAGE)) if (this.isGone(owner)) this.shelf.remove(PAGE + owner);
    for (const owner of gone) this.owners.add(owner);
    for (const owner of this.owners) this.shelf.set(PAGE + owner, String(this.now()));
    const found = stored.filter((name) => gone.has(ownerOf(name))).flatMap((name) => this.read(EVENT + name));
    if (found.length === 0) return;
    const known = new Set(this.events.map((event) => event.id));
    this.events.push(...found.filter((event) => !known.has(event.id)));
    this.events.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private isGone(owner: string): boolean {
    return Math.abs(this.now() - Number(this.shelf.get(PAGE + owner))) > SILENCE_MILLISECONDS;
  }

  private read(name: string): SdkEvent[] {
    try {
      const event: SdkEvent = JSON.parse(this.shelf.get(name) ?? '');
      if (name.endsWith(` ${event.id}`)) {
        this.names.set(event.id, name);
        return [event];
      }
    } catch {}
    this.shelf.remove(name);
    return [];
  }
}

function ownerOf(name: string): string {
  return name.slice(0, name.indexOf(' '));
}
