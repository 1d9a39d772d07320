import { NOTHING, difference, type Evidence } from '../evidence/model';

/** Changes of the evidence are told at the latest after so many milliseconds. */
const TELL_AFTER = 200;

/** Tells the server what changed in the evidence since it was told last. What was held back is told again later. */
export class Telling {
  private told: Evidence = NOTHING;
  private clock: ReturnType<typeof setTimeout> | null = null;

  /** @param tell told a change as JSON; answers whether it was let through */
  constructor(
    private readonly evidence: () => Evidence,
    private readonly tell: (change: string) => boolean,
  ) {}

  /** Begins with what the server has. */
  begin(known: Evidence): void {
    this.rest();
    this.told = known;
  }

  /** Something changed. */
  changed(): void {
    this.clock ??= setTimeout(() => this.now(), TELL_AFTER);
  }

  /** Whether something may be left to tell. */
  get waits(): boolean {
    return this.clock !== null;
  }

  now(): void {
    this.rest();
    const evidence = this.evidence();
    const change = difference(this.told, evidence);
    if (change && this.tell(JSON.stringify(change))) {
      this.told = evidence;
    } else if (change) {
      this.changed();
    }
  }

  private rest(): void {
    if (this.clock !== null) {
      clearTimeout(this.clock);
    }
    this.clock = null;
  }
}
