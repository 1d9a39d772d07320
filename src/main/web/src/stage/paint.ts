import type { Box, Corner, Region, TextLine } from '../evidence/model';
import type { EvidenceStore } from '../evidence/store';
import { boundsOf, toScreen, type Placement } from './geometry';

interface Sheet {
  store: EvidenceStore;
  shown: (region: Region) => boolean;
  lines: TextLine[];
  drawing: Box | null;
  corners: Corner[];
  cursor: Corner | null;
  colour: string;
  text: string;
}

/** Draws all regions in one pass, those lit last; thousands of them take a few milliseconds. */
export function paintRegions(canvas: HTMLCanvasElement, dense: number, place: Placement, sheet: Sheet): void {
  const pen = canvas.getContext('2d');
  if (!pen) {
    return;
  }
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.lineJoin = 'round';
  pen.font = '600 12px Inter, system-ui, sans-serif';
  pen.textBaseline = 'middle';
  for (const line of sheet.lines) {
    pen.setLineDash([3, 3]);
    outline(pen, { kind: 'region', box: line.box }, place);
    pen.strokeStyle = sheet.colour;
    pen.lineWidth = 1;
    pen.stroke();
    pen.setLineDash([]);
  }
  const lit: { region: Region; name: string }[] = [];
  for (const link of sheet.store.evidence.links) {
    const bright = sheet.store.lit(link.id);
    for (const target of link.targets) {
      if (target.kind !== 'region' || !sheet.shown(target)) {
        continue;
      }
      if (bright) {
        lit.push({ region: target, name: sheet.store.nameOf(target) });
        continue;
      }
      outline(pen, target, place);
      pen.strokeStyle = 'rgb(0 0 0 / 55%)';
      pen.lineWidth = 3.5;
      pen.stroke();
      pen.strokeStyle = sheet.colour;
      pen.lineWidth = 1.5;
      pen.stroke();
    }
  }
  for (const { region, name } of lit) {
    outline(pen, region, place);
    pen.fillStyle = `color-mix(in srgb, ${sheet.colour} 18%, transparent)`;
    pen.fill();
    pen.strokeStyle = 'rgb(0 0 0 / 60%)';
    pen.lineWidth = 4.5;
    pen.stroke();
    pen.strokeStyle = sheet.colour;
    pen.lineWidth = 2.5;
    pen.stroke();
    if (name) {
      label(pen, name, region, place, sheet);
    }
  }
  if (sheet.drawing) {
    outline(pen, { kind: 'region', box: sheet.drawing }, place);
    pen.strokeStyle = sheet.colour;
    pen.lineWidth = 2;
    pen.stroke();
  }
  if (sheet.corners.length > 0 || sheet.cursor) {
    corners(pen, sheet, place);
  }
}

function outline(pen: CanvasRenderingContext2D, region: Region, place: Placement): void {
  pen.beginPath();
  if (region.box) {
    const [x, y, width, height] = region.box;
    const [left, top] = toScreen([x, y], place);
    pen.rect(left, top, width * place.width, height * place.height);
    return;
  }
  for (const [index, point] of (region.points ?? []).entries()) {
    const [x, y] = toScreen(point, place);
    if (index === 0) {
      pen.moveTo(x, y);
    } else {
      pen.lineTo(x, y);
    }
  }
  pen.closePath();
}

function label(pen: CanvasRenderingContext2D, name: string, region: Region, place: Placement, sheet: Sheet): void {
  const [x, y] = boundsOf(region);
  const [left, top] = toScreen([x, y], place);
  const width = pen.measureText(name).width + 14;
  const above = Math.max(0, top - 23);
  pen.fillStyle = sheet.colour;
  pen.beginPath();
  pen.roundRect(left - 1, above, width, 21, 4);
  pen.fill();
  pen.fillStyle = sheet.text;
  pen.fillText(name, left + 6, above + 11);
}

function corners(pen: CanvasRenderingContext2D, sheet: Sheet, place: Placement): void {
  pen.strokeStyle = sheet.colour;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const [index, point] of [...sheet.corners, ...(sheet.cursor ? [sheet.cursor] : [])].entries()) {
    const [x, y] = toScreen(point, place);
    if (index === 0) {
      pen.moveTo(x, y);
    } else {
      pen.lineTo(x, y);
    }
  }
  pen.stroke();
  pen.fillStyle = sheet.colour;
  for (const point of sheet.corners) {
    const [x, y] = toScreen(point, place);
    pen.fillRect(x - 3, y - 3, 6, 6);
  }
  if (sheet.cursor) {
    const [x, y] = toScreen(sheet.cursor, place);
    pen.beginPath();
    pen.moveTo(x - 9, y);
    pen.lineTo(x + 9, y);
    pen.moveTo(x, y - 9);
    pen.lineTo(x, y + 9);
    pen.stroke();
  }
}
