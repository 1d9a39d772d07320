// What a person entered and the server has not yet confirmed, in the storage of the browser, by account and lease.

/** One answer, as the server knows its field and value. */
export interface Entry {
  seq: number;
  field: string;
  value: string;
}

/** The answers to one post. */
export interface Kept {
  lease: string;
  /** The revision of the draft that they were made on. */
  base: number;
  /** The id under which the answer is submitted, however often. */
  client: string;
  /** Milliseconds since 1970. */
  at: number;
  entries: Entry[];
}

const PREFIX = 'conjoint.journal.';
const LONGEST = 7 * 24 * 3600 * 1000;
/** While the storage of the tab has this, a post is being judged in it. */
export const WORKING = 'conjoint.working';
/** Sending the answer is kept like an answer. */
export const SUBMIT = 'submit';

/** The journal of one post. Where the storage is full or shut, it is kept in the page alone. */
export class Store {
  private kept: Kept;

  constructor(
    private readonly owner: string,
    lease: string,
    base: number,
    client: string,
  ) {
    const before = read(key(owner, lease));
    this.kept = before ?? { lease, base, client, at: 0, entries: [] };
    if (this.kept.entries.length === 0) {
      this.kept.base = base;
    }
    if (!this.kept.entries.some((entry) => entry.field === SUBMIT)) {
      this.kept.client = client;
    }
  }

  get lease(): string {
    return this.kept.lease;
  }

  get entries(): readonly Entry[] {
    return this.kept.entries;
  }

  /** When the oldest of what is kept was entered. */
  get since(): number {
    return this.kept.at;
  }

  /** Writes an answer down; a further one to the same field right after it takes its place. @return its number */
  write(field: string, value: string): number {
    const last = this.kept.entries.at(-1);
    const seq = Math.max(Date.now(), (last?.seq ?? 0) + 1);
    if (this.kept.entries.length === 0) {
      this.kept.at = Date.now();
    }
    if (last?.field === field && field !== 'evidence' && !field.startsWith('clause')) {
      this.kept.entries.pop();
    }
    this.kept.entries.push({ seq, field, value });
    this.save();
    return seq;
  }

  /** Forgets what the server has up to a number, saved as a revision. */
  confirm(seq: number, revision: number): void {
    this.kept.entries = this.kept.entries.filter((entry) => entry.seq > seq);
    this.kept.base = Math.max(this.kept.base, revision);
    this.kept.at = this.kept.entries.length > 0 ? Date.now() : 0;
    this.save();
  }

  drop(): void {
    this.kept.entries = [];
    this.save();
  }

  private save(): void {
    try {
      if (this.kept.entries.length > 0) {
        localStorage.setItem(key(this.owner, this.kept.lease), JSON.stringify(this.kept));
      } else {
        localStorage.removeItem(key(this.owner, this.kept.lease));
      }
    } catch {
      // The page keeps it.
    }
  }
}

function key(owner: string, lease: string): string {
  return `${PREFIX}${owner}.${lease}`;
}

function read(name: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;
    return kept && Array.isArray(kept.entries) ? kept : null;
  } catch {
    return null;
  }
}

function all(prefix: string): Kept[] {
  const found: Kept[] = [];
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    for (const name of names) {
      const kept = read(name);
      if (!kept || kept.entries.length === 0 || Date.now() - kept.at > LONGEST) {
        localStorage.removeItem(name);
      } else {
        found.push(kept);
      }
    }
  } catch {
    return [];
  }
  return found;
}

/** All that an account has left in this browser. */
export function left(owner: string): Kept[] {
  return all(`${PREFIX}${owner}.`);
}

/** How many answers anyone has left in this browser. */
export function count(): number {
  return all(PREFIX).reduce((sum, kept) => sum + kept.entries.filter((entry) => entry.field !== SUBMIT).length, 0);
}

/** Whether an answer that anyone sent has not arrived. */
export function sending(): boolean {
  return all(PREFIX).some((kept) => kept.entries.some((entry) => entry.field === SUBMIT));
}

/** Forgets what an account has left of a post. */
export function forget(owner: string, lease: string): void {
  try {
    localStorage.removeItem(key(owner, lease));
  } catch {
    // There is nothing to forget.
  }
}
