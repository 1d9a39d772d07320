import type { Placement } from './geometry';

const CLOSEST = 16;
/** A small picture is enlarged at most so many times to fit. */
const LARGEST_FIT = 4;

/** How a picture stands in its viewport: fitted, or nearer and moved. */
export class View {
  private width = 1;
  private height = 1;
  private viewWidth = 1;
  private viewHeight = 1;
  /** 1 is fitted. */
  private zoom = 1;
  private x = 0;
  private y = 0;

  /** Pixels of the original. */
  picture(width: number, height: number): void {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.fit();
  }

  /** Pixels of the room there is. */
  room(width: number, height: number): void {
    this.viewWidth = Math.max(1, width);
    this.viewHeight = Math.max(1, height);
    this.hold();
  }

  fit(): void {
    this.zoom = 1;
    this.x = this.y = 0;
  }

  get fitted(): boolean {
    return this.zoom === 1;
  }

  /** Pixels on the screen for one of the original. */
  get scale(): number {
    return this.fitScale * this.zoom;
  }

  get placement(): Placement {
    const width = this.width * this.scale;
    const height = this.height * this.scale;
    return { left: (this.viewWidth - width) / 2 + this.x, top: (this.viewHeight - height) / 2 + this.y, width, height };
  }

  /** Nearer or farther by a factor; what stands at a place of the viewport stays there. */
  zoomBy(factor: number, atX = this.viewWidth / 2, atY = this.viewHeight / 2): void {
    const farthest = 1;
    const nearest = Math.max(CLOSEST / this.fitScale, 1) * 1;
    const next = Math.min(Math.max(this.zoom * factor, farthest), nearest);
    const by = next / this.zoom;
    this.x = (atX - this.viewWidth / 2) * (1 - by) + this.x * by;
    this.y = (atY - this.viewHeight / 2) * (1 - by) + this.y * by;
    this.zoom = next;
    this.hold();
  }

  /** One pixel of the original on one of the screen. */
  actual(): void {
    this.zoomBy(1 / this.scale);
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.hold();
  }

  /** Brings a place of the picture, 0 to 1, into view. */
  reveal(x: number, y: number): void {
    const place = this.placement;
    const left = place.left + x * place.width;
    const top = place.top + y * place.height;
    if (left < 0 || left > this.viewWidth || top < 0 || top > this.viewHeight) {
      this.pan(this.viewWidth / 2 - left, this.viewHeight / 2 - top);
    }
  }

  private get fitScale(): number {
    return Math.min(this.viewWidth / this.width, this.viewHeight / this.height, LARGEST_FIT);
  }

  /** The picture never leaves the viewport. */
  private hold(): void {
    const slackX = Math.max(0, (this.width * this.scale - this.viewWidth) / 2);
    const slackY = Math.max(0, (this.height * this.scale - this.viewHeight) / 2);
    this.x = Math.min(Math.max(this.x, -slackX), slackX);
    this.y = Math.min(Math.max(this.y, -slackY), slackY);
  }
}
