import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { clock, type Words } from './model';

/** Lowest and highest value of each lane in groups of consecutive rows; null where a group has none. */
interface Lanes {
  duration_ms: number;
  times_ms: number[];
  lanes: { name: string; unit?: string; low: (number | null)[]; high: (number | null)[] }[];
}

const HEIGHT = 30;

/** Sensor traces as lanes under the clock of the post: a band from lowest to highest, the cursor, and the value at it. */
@customElement('conjoint-lanes')
export class SensorLanes extends LitElement {
  @property() address = '';
  @property({ attribute: false }) words: Words = {};
  /** Milliseconds on the clock of the sound or the video. */
  @property({ type: Number }) at = 0;
  /** Milliseconds of the sound or the video; 0 where the lanes are all there is. */
  @property({ type: Number }) length = 0;
  @state() private data: Lanes | null = null;
  @state() private trouble = false;
  @query('canvas') private sheet?: HTMLCanvasElement;
  private readonly size = new ResizeObserver(() => this.paint());

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.size.disconnect();
    super.disconnectedCallback();
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('address')) {
      void this.load(this.address);
    }
    if (this.sheet) {
      this.size.observe(this.sheet);
    }
    if (changed.size > 1 || !changed.has('at')) {
      this.paint();
    }
  }

  private async load(address: string): Promise<void> {
    this.data = null;
    this.trouble = false;
    if (!address) {
      return;
    }
    try {
      const answer = await fetch(address, { credentials: 'same-origin' });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const data = (await answer.json()) as Lanes;
      if (address === this.address) {
        this.data = data;
      }
    } catch {
      this.trouble = address === this.address;
    }
  }

  private get end(): number {
    return Math.max(1, this.length || (this.data?.duration_ms ?? 0));
  }

  /** The group that holds a time; -1 before the first. */
  private group(millis: number): number {
    const times = this.data?.times_ms ?? [];
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) <= millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private value(lane: Lanes['lanes'][number]): string {
    const at = this.group(this.at);
    const low = lane.low[at];
    const high = lane.high[at];
    if (low === null || low === undefined || high === null || high === undefined) {
      return '–';
    }
    const middle = (low + high) / 2;
    return `${Number(middle.toPrecision(4))}${lane.unit ? ` ${lane.unit}` : ''}`;
  }

  private paint(): void {
    const sheet = this.sheet;
    const data = this.data;
    const pen = sheet?.getContext('2d');
    if (!sheet || !data || !pen) {
      return;
    }
    const dense = window.devicePixelRatio || 1;
    const width = sheet.clientWidth;
    sheet.width = width * dense;
    sheet.height = sheet.clientHeight * dense;
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    const style = getComputedStyle(sheet);
    const x = (millis: number) => (millis / this.end) * width;
    data.lanes.forEach((lane, index) => {
      const values = [...lane.low, ...lane.high].filter((each): each is number => each !== null);
      const least = values.reduce((a, b) => Math.min(a, b), Infinity);
      const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
      const y = (value: number) => index * HEIGHT + HEIGHT - 4 - ((value - least) / (most - least || 1)) * (HEIGHT - 8);
      pen.strokeStyle = style.color;
      pen.lineWidth = 1.5;
      pen.beginPath();
      let drawing = false;
      for (const [group, time] of data.times_ms.entries()) {
        const low = lane.low[group];
        const high = lane.high[group];
        if (low === null || low === undefined || high === null || high === undefined) {
          drawing = false;
          continue;
        }
        if (drawing) {
          pen.lineTo(x(time), y(low));
        } else {
          pen.moveTo(x(time), y(low));
        }
        pen.lineTo(x(time), y(high));
        drawing = true;
      }
      pen.stroke();
    });
  }

  private seek(event: MouseEvent): void {
    const box = this.sheet?.getBoundingClientRect();
    if (box) {
      const millis = Math.min(Math.max(0, ((event.clientX - box.left) / box.width) * this.end), this.end);
      this.dispatchEvent(new CustomEvent('seek', { detail: millis, bubbles: true }));
    }
  }

  override render() {
    if (this.trouble) {
      return html`<div class="hint" role="alert">${this.words['lanesMissing']}</div>`;
    }
    const data = this.data;
    if (!data) {
      return nothing;
    }
    return html`<div class="lanes" role="img" aria-label="${this.words['sensors'] ?? ''}: ${data.lanes.map((lane) => `${lane.name} ${this.value(lane)}`).join(', ')}, ${clock(this.at)}">
      <div class="lane-names" aria-hidden="true">
        ${data.lanes.map((lane) => html`<div style="height:${HEIGHT}px"><span>${lane.name}</span><b class="num">${this.value(lane)}</b></div>`)}
      </div>
      <div class="traces">
        <canvas style="height:${data.lanes.length * HEIGHT}px" @click=${this.seek}></canvas>
        <i style="inset-inline-start:${Math.min(100, (100 * this.at) / this.end)}%"></i>
      </div>
    </div>`;
  }
}
