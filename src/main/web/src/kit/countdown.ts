import { LitElement, css, html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

const CIRCLE = 2 * Math.PI * 14;

/** Seconds left at which it is said aloud, once each. */
const SAID = [120, 30];

/**
 * The time left of a lease: a ring and minutes. In its last fifth it breathes; at two minutes and at thirty seconds it is
 * said aloud, once each; at the end the server is told.
 */
@customElement('conjoint-countdown')
export class Countdown extends LitElement {
  /** Seconds left when the server rendered it. */
  @property({ type: Number }) left = 0;
  /** Seconds of the whole lease. */
  @property({ type: Number }) whole = 600;
  @property() words = 'lease';
  @property() over = 'expired';
  @state() private now = 0;
  private until = 0;
  private timer = 0;
  private told = false;
  private readonly said = new Set<number>();
  @state() private saying = '';

  static override styles = css`
    :host {
      display: inline-flex; align-items: center; gap: 6px; flex: none; box-sizing: border-box; height: 26px;
      padding: 0 10px; font-size: var(--small); white-space: nowrap; color: var(--ink); background: var(--surface);
      border: 1px solid var(--line); border-radius: 13px;
    }
    b { min-width: 4ch; font-weight: inherit; font-variant-numeric: tabular-nums; text-align: end; }
    .low { color: var(--borderline); }
    .last { font-weight: 650; }
    @media (prefers-reduced-motion: no-preference) {
      svg.low { animation: breathe 4s ease-in-out infinite; }
    }
    @keyframes breathe { 50% { opacity: .45; transform: scale(.92); } }
    circle { fill: none; stroke-width: 5; }
    .track { stroke: var(--line); }
    .rest { stroke: var(--accent); }
    .low .rest { stroke: var(--borderline); }
    svg { display: block; }
    .only-read { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.tick(), 1000);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.timer);
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('left')) {
      this.until = performance.now() + this.left * 1000;
      this.told = false;
      SAID.filter((seconds) => this.left > seconds).forEach((seconds) => this.said.delete(seconds));
      this.saying = '';
      this.now = performance.now();
    }
  }

  private tick(): void {
    this.now = performance.now();
    this.say(this.rest());
    if (this.rest() <= 0 && !this.told && this.until > 0) {
      this.told = true;
      this.dispatchEvent(new CustomEvent('lease-over'));
    }
  }

  /** Of two that were passed at once, as after a sleep, only the later is said. */
  private say(rest: number): void {
    const due = SAID.filter((seconds) => rest <= seconds && rest > 0 && !this.said.has(seconds));
    due.forEach((seconds) => this.said.add(seconds));
    const last = due.at(-1);
    if (last !== undefined) {
      this.saying = `${rest >= 60 ? `${Math.round(rest / 60)} minutes` : `${rest} seconds`} left of this ${this.words}`;
    }
  }

  private rest(): number {
    return Math.max(0, Math.ceil((this.until - this.now) / 1000));
  }

  override render() {
    const rest = this.rest();
    const part = this.whole > 0 ? Math.min(1, rest / this.whole) : 0;
    const tone = `${part < 0.2 ? 'low' : ''} ${rest <= 30 ? 'last' : ''}`;
    const time = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`;
    return html`
      <svg width="16" height="16" viewBox="0 0 36 36" aria-hidden="true" class=${tone}>
        ${svg`<circle class="track" cx="18" cy="18" r="14"/>
        <circle class="rest" cx="18" cy="18" r="14" transform="rotate(-90 18 18)"
          stroke-dasharray=${CIRCLE} stroke-dashoffset=${CIRCLE * (1 - part)}/>`}
      </svg>
      <span class=${tone} role="timer"><b>${time}</b> ${rest > 0 ? this.words : this.over}</span>
      <span class="only-read" aria-live="polite">${this.saying}</span>
    `;
  }
}
