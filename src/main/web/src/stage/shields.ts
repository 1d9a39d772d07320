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

/** CSS pixels by which a picture is blurred: faces and letters are gone, the mood is left. */
export const BLUR = 28;

const EDGES_ID = 'conjoint-edges';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * The CSS filter of a picture. Lines are found before anything is blurred; revealing lifts the blur alone, so a picture
 * without colours or in lines stays so.
 */
export function pictureFilter(on: readonly Shield[], revealed: boolean): string {
  const steps = [
    on.includes('edges') ? `url("#${EDGES_ID}")` : '',
    on.includes('greyscale') && !on.includes('edges') ? 'grayscale(1)' : '',
    on.includes('blur') && !revealed ? `blur(${BLUR}px)` : '',
  ];
  return steps.filter(Boolean).join(' ') || 'none';
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

/**
 * The shields of one place where pictures are shown. It marks the place, whose stylesheet is `shields.css`, with
 * - the class `shielded` and the filters as custom properties, for every `img` and `video` in it;
 * - the class `reveals` where pointing at it, or the focus in it, lifts the blur;
 * - the attribute `data-revealed` while {@link reveal} holds, for a key that is held down;
 * - the class `thumbnail-first` until {@link open} is called.
 */
export class PictureShields {
  private opened = false;
  private shields: Shields = NO_SHIELDS;

  constructor(private readonly place: HTMLElement) {}

  /** Shows another post, or the same one in another way; what was opened stays open for the same post. */
  apply(shields: Shields, samePost: boolean): void {
    this.shields = shields;
    this.opened &&= samePost;
    if (shields.on.includes('edges')) {
      defineEdges();
    }
    const { classList, style } = this.place;
    classList.toggle('shielded', pictureFilter(shields.on, false) !== 'none');
    classList.toggle('reveals', shields.on.includes('blur'));
    style.setProperty('--shield', pictureFilter(shields.on, false));
    style.setProperty('--shield-revealed', pictureFilter(shields.on, true));
    this.reveal(false);
    this.mark();
  }

  /** Lifts the blur, for as long as a key is held; the caller ends it on keyup and when the window loses the focus. */
  reveal(held: boolean): void {
    this.place.toggleAttribute('data-revealed', held && this.shields.on.includes('blur'));
  }

  /** Whether the pictures are small and wait to be opened. */
  get small(): boolean {
    return this.shields.on.includes('thumbnail') && !this.opened;
  }

  /** Shows the pictures of this post in their full size. */
  open(): void {
    this.opened = true;
    this.mark();
  }

  private mark(): void {
    this.place.classList.toggle('thumbnail-first', this.small);
  }
}
