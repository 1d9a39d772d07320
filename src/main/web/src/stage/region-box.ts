import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Region } from '../evidence/model';
import { boundsOf, moved, resized, toScreen, type Placement } from './geometry';

const STEP = 0.01;
const HANDLES = ['nw', 'ne', 'sw', 'se', 'n', 'e', 's', 'w'] as const;

/** The hold on one region: dragged by its inside, sized by its edges, or both by arrow keys; Delete takes it away. */
@customElement('conjoint-region-box')
export class RegionBox extends LitElement {
  @property({ attribute: false }) region: Region = { kind: 'region', box: [0, 0, 1, 1] };
  @property({ attribute: false }) place: Placement = { left: 0, top: 0, width: 1, height: 1 };
  @property() label = '';
  @property() help = '';
  private held: { x: number; y: number; handle: string; region: Region } | null = null;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  private tell(region: Region, moving: boolean): void {
    this.dispatchEvent(new CustomEvent('reshaped', { detail: { region, moving } }));
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0 || event.shiftKey) {
      return;
    }
    event.stopPropagation();
    const handle = (event.target as HTMLElement).dataset['handle'] ?? '';
    this.held = { x: event.clientX, y: event.clientY, handle, region: this.region };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    if (!this.held) {
      return;
    }
    event.stopPropagation();
    const dx = (event.clientX - this.held.x) / this.place.width;
    const dy = (event.clientY - this.held.y) / this.place.height;
    this.tell(this.reshaped(this.held.region, this.held.handle, dx, dy), true);
  }

  private up(event: PointerEvent): void {
    if (this.held) {
      event.stopPropagation();
      this.held = null;
      this.dispatchEvent(new Event('settled'));
    }
  }

  private reshaped(region: Region, handle: string, dx: number, dy: number): Region {
    if (handle.startsWith('corner')) {
      const index = Number(handle.slice(6));
      const points = (region.points ?? []).map(([x, y], each) =>
        each === index ? ([Math.min(1, Math.max(0, x + dx)), Math.min(1, Math.max(0, y + dy))] as [number, number]) : ([x, y] as [number, number]),
      );
      return { ...region, points };
    }
    if (handle === '' || !region.box) {
      return moved(region, dx, dy);
    }
    const edges = { left: handle.includes('w'), right: handle.includes('e'), top: handle.includes('n'), bottom: handle.includes('s') };
    return { ...region, box: resized(region.box, edges, dx, dy) };
  }

  private keys(event: KeyboardEvent): void {
    const step = event.ctrlKey || event.metaKey ? STEP / 5 : STEP;
    const by: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = by[event.key];
    if (move) {
      this.tell(this.reshaped(this.region, event.shiftKey && this.region.box ? 'se' : '', ...move), true);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.dispatchEvent(new Event('removed'));
      this.dispatchEvent(new Event('left'));
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      this.dispatchEvent(new Event('settled'));
      this.dispatchEvent(new Event('left'));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  override render() {
    const [x, y, width, height] = boundsOf(this.region);
    const [left, top] = toScreen([x, y], this.place);
    const style = { left: `${left}px`, top: `${top}px`, width: `${width * this.place.width}px`, height: `${height * this.place.height}px` };
    return html`<button
      type="button"
      class="region-box"
      style=${styleMap(style)}
      aria-label="${this.label}, ${percent(x)} ${percent(y)}, ${percent(width)} × ${percent(height)}"
      aria-description=${this.help}
      @pointerdown=${this.down}
      @pointermove=${this.drag}
      @pointerup=${this.up}
      @pointercancel=${this.up}
      @keydown=${this.keys}
      @blur=${() => this.dispatchEvent(new Event('settled'))}
    >
      ${this.region.box
        ? HANDLES.map((handle) => html`<span class="handle ${handle}" data-handle=${handle}></span>`)
        : (this.region.points ?? []).map(
            ([px, py], index) =>
              html`<span
                class="handle corner"
                data-handle="corner${index}"
                style="left:${(100 * (px - x)) / (width || 1)}%;top:${(100 * (py - y)) / (height || 1)}%"
              ></span>`,
          )}
    </button>`;
  }
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
