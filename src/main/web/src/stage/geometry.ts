import type { Box, Corner, Region } from '../evidence/model';

/** Where the picture stands in its viewport, in pixels. */
export interface Placement {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const SMALLEST = 0.005;
const DECIMALS = 1e5;

const round = (value: number) => Math.round(value * DECIMALS) / DECIMALS;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Pixels of the viewport → 0 to 1 of the picture, kept within it. */
export function toPicture(x: number, y: number, place: Placement): Corner {
  return [round(clamp((x - place.left) / place.width, 0, 1)), round(clamp((y - place.top) / place.height, 0, 1))];
}

/** 0 to 1 of the picture → pixels of the viewport. */
export function toScreen([x, y]: Corner, place: Placement): Corner {
  return [place.left + x * place.width, place.top + y * place.height];
}

/** The box between two corners, in any order. */
export function boxBetween(a: Corner, b: Corner): Box {
  const left = Math.min(a[0], b[0]);
  const top = Math.min(a[1], b[1]);
  return [left, top, round(Math.abs(a[0] - b[0])), round(Math.abs(a[1] - b[1]))];
}

export function boundsOf(region: Region): Box {
  if (region.box) {
    return region.box;
  }
  const points = region.points ?? [];
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return boxBetween([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
}

/** The region moved, stopping at the edges of the picture. */
export function moved(region: Region, dx: number, dy: number): Region {
  const [x, y, width, height] = boundsOf(region);
  const byX = clamp(dx, -x, 1 - x - width);
  const byY = clamp(dy, -y, 1 - y - height);
  return region.box
    ? { ...region, box: [round(x + byX), round(y + byY), width, height] }
    : { ...region, points: (region.points ?? []).map(([px, py]) => [round(px + byX), round(py + byY)]) };
}

/** A box with one of its edges or corners elsewhere; dx and dy are those of the pulled corner. */
export function resized(box: Box, edges: { left?: boolean; top?: boolean; right?: boolean; bottom?: boolean }, dx: number, dy: number): Box {
  let [left, top] = box;
  let right = box[0] + box[2];
  let bottom = box[1] + box[3];
  if (edges.left) {
    left = clamp(left + dx, 0, right - SMALLEST);
  }
  if (edges.right) {
    right = clamp(right + dx, left + SMALLEST, 1);
  }
  if (edges.top) {
    top = clamp(top + dy, 0, bottom - SMALLEST);
  }
  if (edges.bottom) {
    bottom = clamp(bottom + dy, top + SMALLEST, 1);
  }
  return [round(left), round(top), round(right - left), round(bottom - top)];
}

/** Whether a place lies in the region; within a polygon by the rule of even and odd crossings. */
export function contains(region: Region, [x, y]: Corner): boolean {
  const [left, top, width, height] = boundsOf(region);
  if (x < left || y < top || x > left + width || y > top + height) {
    return false;
  }
  const points = region.points;
  if (!points) {
    return true;
  }
  let inside = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [xi, yi] = points[i] ?? [0, 0];
    const [xj, yj] = points[j] ?? [0, 0];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside;
    }
  }
  return inside;
}

export function area(region: Region): number {
  const [, , width, height] = boundsOf(region);
  return width * height;
}
