import { LitElement, css, html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

const CIRCLE = 2 * Math.PI * 14;

/** The time left of a lease: a ring and minutes. It announces itself once when a minute is left, and tells the server at the end. */
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

  static override styles = css`
    :host {
      display: inline-flex; align-items: center; gap: 6px; flex: none; box-sizing: border-box; height: 26px;
      padding: 0 10px; font-size: var(--small); white-space: nowrap; color: var(--ink); background: var(--surface);
      border: 1px solid var(--line); border-radius: 13px;
    }
    b { min-width: 4ch; font-weight: inherit; font-variant-numeric: tabular-nums; text-align: end; }
    .low { color: var(--borderline); font-weight: 650; }
    circle { fill: none; stroke-width: 5; }
    .track { stroke: var(--line); }
    .rest { stroke: var(--accent); transition: stroke-dashoffset 1s linear; }
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
      this.now = performance.now();
    }
  }

  private tick(): void {
    this.now = performance.now();
    if (this.rest() <= 0 && !this.told && this.until > 0) {
      this.told = true;
      this.dispatchEvent(new CustomEvent('lease-over'));
    }
  }

  private rest(): number {
    return Math.max(0, Math.ceil((this.until - this.now) / 1000));
  }

  override render() {
    const rest = this.rest();
    const part = this.whole > 0 ? Math.min(1, rest / this.whole) : 0;
    const time = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`;
    return html`
      <svg width="16" height="16" viewBox="0 0 36 36" aria-hidden="true" class=${rest <= 60 ? 'low' : ''}>
        ${svg`<circle class="track" cx="18" cy="18" r="14"/>
        <circle class="rest" cx="18" cy="18" r="14" transform="rotate(-90 18 18)"
          stroke-dasharray=${CIRCLE} stroke-dashoffset=${CIRCLE * (1 - part)}/>`}
      </svg>
      <span class=${rest <= 60 ? 'low' : ''} role="timer"><b>${time}</b> ${rest > 0 ? this.words : this.over}</span>
      <span class="only-read" aria-live="polite">${rest <= 60 && rest > 55 ? `${time} ${this.words}` : ''}</span>
    `;
  }
}
