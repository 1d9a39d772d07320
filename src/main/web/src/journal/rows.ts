/** The field that a row is for; empty where it has none. */
function fieldOf(row: Element): string {
  return row.querySelector('conjoint-segments')?.getAttribute('data-field') ?? '';
}

function chosen(row: Element): string {
  const mark =
    row.querySelector('[role=radio][data-tentative]') ?? row.querySelector('[role=radio][aria-checked=true]');
  return mark?.getAttribute('data-value') ?? '';
}

/**
 * The rows that the grade keys act on, as far as the page can know without the server: what was pressed is shown at
 * once beside what the server last said, and the next row is current. What the server says ends the guess.
 */
export class Rows {
  private guess: Element | null = null;

  constructor(private readonly screen: Element) {}

  /** Whether the screen is still in the page. */
  get shown(): boolean {
    return this.screen.isConnected;
  }

  holds(element: Element): boolean {
    return this.screen.contains(element);
  }

  /** The row that a grade key means. */
  get current(): Element | null {
    const pairs = this.screen.querySelector('.grades.left') ? '.pairs .grade-row.current' : '';
    return this.guess ?? this.screen.querySelector(pairs || '.grades .grade-row.current');
  }

  /** The choice in a row that a key means; null where it means none. */
  choice(row: Element, key: string): HTMLElement | null {
    const pair = fieldOf(row).startsWith('pair.');
    const value = pair
      ? ({ none: 'no', 'pair-yes': 'yes', 'pair-unsure': 'unsure' } as Record<string, string>)[key]
      : ({ none: 'n', borderline: 'b', violating: 'v', 'cannot-tell': 't' } as Record<string, string>)[key];
    return value ? row.querySelector(`[role=radio][data-value="${value}"]`) : null;
  }

  /** Shows a choice as made, before the server says so. */
  show(radio: HTMLElement): void {
    const group = radio.parentElement;
    group?.querySelectorAll('[data-tentative]').forEach((each) => each.removeAttribute('data-tentative'));
    radio.setAttribute('data-tentative', '');
  }

  /** Goes on as the server will: while parts are blind, a violating one waits for its clause. */
  advance(row: Element): void {
    if (!fieldOf(row).startsWith('grade.')) {
      return;
    }
    const order = this.order();
    const next = order.find((each) => !chosen(each));
    const blind = order.slice(0, -1).some((each) => each === row) && order.at(-1) !== row;
    if (next && !(blind && chosen(row) === 'v')) {
      this.turn(next);
    }
  }

  /** The row above or below. */
  step(by: number): void {
    const pairs = [...this.screen.querySelectorAll('.pairs .grade-row')].filter((row) => row.checkVisibility());
    const opened = new Set(this.opened());
    const grades = [...this.screen.querySelectorAll('.grades .grade-row')].filter((row) => opened.has(row));
    const rows = [...grades, ...pairs];
    const at = this.current ? rows.indexOf(this.current) : -1;
    const to = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (to) {
      this.turn(to);
    }
  }

  /** The row of a part, when it may be looked at. */
  turnTo(code: string): void {
    const row = this.opened().find((each) => fieldOf(each) === `grade.${code}`);
    if (row) {
      this.turn(row);
    }
  }

  /** Ends all guesses. */
  settle(): void {
    this.screen.querySelectorAll('[data-tentative]').forEach((each) => each.removeAttribute('data-tentative'));
    this.guess?.classList.remove('guess');
    this.screen.classList.remove('guessing');
    this.guess = null;
  }

  private turn(row: Element): void {
    this.guess?.classList.remove('guess');
    this.guess = row;
    row.classList.add('guess');
    this.screen.classList.add('guessing');
    const part = /^grade\.(\w+)$/.exec(fieldOf(row))?.[1];
    const stage = this.screen.querySelector('conjoint-stage') as { shown?: string } | null;
    if (part && stage) {
      stage.shown = part;
    }
  }

  /** The graded rows in the order in which they are opened. */
  private order(): Element[] {
    const codes = (this.screen.querySelector('.grades')?.getAttribute('data-order') ?? '').split(' ');
    const rows = [...this.screen.querySelectorAll('.grades .grade-row')];
    return codes.flatMap((code) => rows.find((row) => fieldOf(row) === `grade.${code}`) ?? []);
  }

  private opened(): Element[] {
    const order = this.order();
    const first = order.findIndex((row) => !chosen(row));
    return first < 0 ? order : order.slice(0, first + 1);
  }
}
