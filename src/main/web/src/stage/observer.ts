import { UNATTENDED, joined, type Attention } from './attention';
import type { Stage } from './stage';

const IDLE = 60_000;
const REPORT = 10_000;
const STEP = 500;

/**
 * Watches what a person does with a post: time counts while the page is seen and the person did something lately, or
 * something plays. It is told to the server as it grows, and remembered should the page be loaded again.
 */
export class Observer {
  private attention: Attention = UNATTENDED;
  private visit = '';
  private lastInput = 0;
  private lastTick = 0;
  private reported = 0;
  private timer = 0;
  private lastHeard: number | null = null;

  constructor(private readonly stage: Stage) {}

  start(): void {
    for (const name of ['keydown', 'pointermove', 'pointerdown', 'wheel']) {
      window.addEventListener(name, this.stir, { passive: true, capture: true });
    }
    this.lastInput = this.lastTick = performance.now();
    this.timer = window.setInterval(() => this.tick(), STEP);
  }

  stop(): void {
    for (const name of ['keydown', 'pointermove', 'pointerdown', 'wheel']) {
      window.removeEventListener(name, this.stir, { capture: true });
    }
    window.clearInterval(this.timer);
  }

  /** Begins anew with a post, or where it was left in this tab. */
  begin(visit: string): void {
    this.visit = visit;
    this.reported = 0;
    this.lastHeard = null;
    this.attention = UNATTENDED;
    const kept = visit ? sessionStorage.getItem(`conjoint-attention ${visit}`) : null;
    if (kept) {
      try {
        this.attention = { ...UNATTENDED, ...(JSON.parse(kept) as Attention) };
      } catch {
        this.attention = UNATTENDED;
      }
    }
  }

  private readonly stir = (event: Event): void => {
    this.lastInput = performance.now();
    // What was done up to a key or a click is known to the server before what it does.
    if (event.type === 'keydown' || event.type === 'pointerdown') {
      this.tick();
      if (this.attention.active - this.reported >= 1000) {
        this.report();
      }
    }
  };

  private tick(): void {
    const now = performance.now();
    const passed = Math.round(Math.min(now - this.lastTick, 2 * STEP));
    this.lastTick = now;
    const player = this.stage.sounding;
    const playing = player?.running ?? false;
    if (!this.stage.post || document.visibilityState !== 'visible' || !(now - this.lastInput < IDLE || playing)) {
      this.lastHeard = null;
      return;
    }
    const before = this.attention;
    const from = before.active;
    const to = from + passed;
    const viewed = { ...before.viewed };
    for (const part of ['image', 'caption', 'audio'] as const) {
      if (this.stage.shows(part)) {
        viewed[part] = joined(viewed[part] ?? [], from, to, STEP);
      }
    }
    let heard = before.heard;
    const element = player?.element;
    if (playing && element && !element.muted && element.volume > 0 && this.stage.shows('audio')) {
      const position = Math.round(player?.position ?? 0);
      if (this.lastHeard !== null && position > this.lastHeard && position - this.lastHeard < 4 * STEP * element.playbackRate) {
        heard = joined(heard, this.lastHeard, position, 20);
      }
      this.lastHeard = position;
    } else {
      this.lastHeard = null;
    }
    this.attention = {
      active: to,
      viewed,
      heard,
      fullImage: before.fullImage || this.stage.seenWhole,
      transcript: Math.max(before.transcript, Math.round(player?.read ?? 0)),
    };
    if (this.attention.active - this.reported >= REPORT) {
      this.report();
    }
  }

  private report(): void {
    this.reported = this.attention.active;
    if (this.visit) {
      sessionStorage.setItem(`conjoint-attention ${this.visit}`, JSON.stringify(this.attention));
    }
    this.stage.dispatchEvent(new CustomEvent('attention', { detail: `${this.visit} ${JSON.stringify(this.attention)}` }));
  }
}
