// Shields for pictures and videos; those for sounds are in `listening`. Nothing here plays or reveals by itself.

/** A way to see or hear a post with less force; named as by the server. */
export type Shield =
  | 'blur'
  | 'greyscale'
  | 'edges'
  | 'thumbnail'
  | 'transcript'
  | 'muted'
  | 'levelled'
  | 'soft'
  | 'half-speed';

/** The shields that hold, and those of them that a floor asks for: these cannot be taken away. */
export interface Shields {
  on: Shield[];
  fixed: Shield[];
}

export const NO_SHIELDS: Shields = { on: [], fixed: [] };

const EDGES_ID = 'conjoint-edges';
const SVG = 'http://www.w3.org/2000/svg';

/** The CSS filter of a picture. The blur is a veil above it, which the stylesheet lifts where it is pointed at. */
export function pictureFilter(on: readonly Shield[]): string {
  if (on.includes('edges')) {
    defineEdges();
    return `url("#${EDGES_ID}")`;
  }
  return on.includes('greyscale') ? 'grayscale(1)' : 'none';
}

/** A shield switched by the person; one that is fixed stays on. */
export function toggled(shields: Shields, shield: Shield): Shields {
  if (!shields.on.includes(shield)) {
    return { ...shields, on: [...shields.on, shield] };
  }
  return shields.fixed.includes(shield) ? shields : { ...shields, on: shields.on.filter((each) => each !== shield) };
}

/**
 * The filter that draws a sketch: brightness less its own blur, so that a line is left along the dark side of each edge.
 * It costs about twice what the blur of a picture does, once for a still one and for each frame of a video.
 */
function defineEdges(): void {
  if (document.getElementById(EDGES_ID)) {
    return;
  }
  const svg = make('svg', { width: '0', height: '0', 'aria-hidden': 'true', style: 'position:absolute' });
  const filter = make('filter', { id: EDGES_ID, x: '0', y: '0', width: '1', height: '1', 'color-interpolation-filters': 'sRGB' });
  const grey = '.2126 .7152 .0722 0 0';
  filter.append(
    make('feColorMatrix', { values: `${grey} ${grey} ${grey} 0 0 0 1 0`, result: 'grey' }),
    make('feGaussianBlur', { stdDeviation: '1.6', result: 'soft' }),
    make('feComposite', { in: 'grey', in2: 'soft', operator: 'arithmetic', k2: '7', k3: '-7', k4: '1' }),
    make('feComposite', { in2: 'SourceAlpha', operator: 'in' }),
  );
  svg.append(filter);
  document.body.append(svg);
}

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}
