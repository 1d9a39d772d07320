import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

type PartName = 'image' | 'caption' | 'audio';

const CIRCLES: Record<PartName, { x: number; y: number }> = {
  image: { x: 22, y: 20 },
  caption: { x: 38, y: 20 },
  audio: { x: 30, y: 34 },
};
const PARTS = Object.keys(CIRCLES) as PartName[];
let glyphs = 0;

/**
 * Three circles, one a part, that show how the whole came about: each sufficient set is the filled overlap of its
 * circles, in the colour of the joint grade. Absent parts are dashed. It is a picture of the words beside it, so it is
 * hidden from screen readers.
 */
@customElement('conjoint-glyph')
export class Glyph extends LitElement {
  /** Parts that the post has, as codes with spaces between. */
  @property() present = 'image caption audio';
  /** Sufficient sets: parts joined by "+", sets by spaces. */
  @property() sets = '';
  /** none, borderline or violating: the colour of the fill. */
  @property() grade = 'none';
  private readonly name = `glyph-${++glyphs}`;

  static override styles = css`
    :host { display: inline-block; width: 60px; height: 54px; flex: none; forced-color-adjust: none; }
    svg { display: block; width: 100%; height: 100%; }
    .ring { fill: none; stroke-width: 2; }
    .image { stroke: var(--image); }
    .caption { stroke: var(--caption); }
    .audio { stroke: var(--sound); }
    .absent { stroke: var(--faint); stroke-width: 1.5; stroke-dasharray: 2 3; }
    .none { fill: var(--none); }
    .borderline { fill: var(--borderline); }
    .violating { fill: var(--violating); }
    .fill { opacity: .85; }
  `;

  override render() {
    const present = new Set(this.present.split(' '));
    const sets = this.sets
      .split(' ')
      .filter(Boolean)
      .map((set) => set.split('+') as PartName[]);
    return html`<svg viewBox="0 0 60 54" aria-hidden="true">
      <defs>
        ${PARTS.map(
          (part) => svg`<clipPath id="${this.name}-${part}"><circle cx=${CIRCLES[part].x} cy=${CIRCLES[part].y} r="15"/></clipPath>`,
        )}
      </defs>
      ${sets.map((set) => this.overlap(set))}
      ${PARTS.map(
        (part) =>
          svg`<circle class="ring ${present.has(part) ? part : 'absent'}" cx=${CIRCLES[part].x} cy=${CIRCLES[part].y} r="15"/>`,
      )}
    </svg>`;
  }

  /** The area that all circles of the set share: one circle, clipped by the others. */
  private overlap(set: PartName[]) {
    const [first, ...others] = set;
    if (!first || !CIRCLES[first]) {
      return nothing;
    }
    let shape = svg`<circle class="fill ${this.grade}" cx=${CIRCLES[first].x} cy=${CIRCLES[first].y} r="15"/>`;
    for (const other of others) {
      shape = svg`<g clip-path="url(#${this.name}-${other})">${shape}</g>`;
    }
    return shape;
  }
}
