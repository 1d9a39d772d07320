import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { picked, pressed, typed } from './answers';
import { Gate } from './gate';
import { Line } from './line';
import { Rows } from './rows';
import { SUBMIT, Store, WORKING, forget, left } from './store';
import { changes } from './words';

/** Typing reaches the server after a pause of its own, which is shorter. */
const TELL_AFTER = 900;
/** A server that has not confirmed for so long counts as out of reach. */
const PATIENCE = 10_000;
const NEWS = 7000;
/** While the line is down, the server is looked for so often. */
const ASK_EVERY = 4000;

interface Work {
  owner: string;
  lease: string;
  base: number;
  client: string;
}

/**
 * Keeps what a rater enters in the browser until the server has confirmed it, and says so calmly while the line is
 * down. Answers show at once, the keys of grades go on working, and what an earlier page left is handed to the server
 * when the same post is opened again.
 */
@customElement('conjoint-journal')
export class Journal extends LitElement {
  @property({ attribute: false }) work: Work | null = null;
  /** What the server has: the number of the last answer, and the revision of the draft. */
  @property() confirmed = '';
  /** Counts what the server made of answers that were sent, whether it took them or not. */
  @property({ type: Number }) settled = 0;
  @state() private kept = 0;
  @state() private news = '';
  @state() private downSince = 0;
  private store: Store | null = null;
  private rows: Rows | null = null;
  private readonly line = new Line();
  private readonly gate = new Gate();
  private readonly handed = new Set<string>();
  private telling = 0;
  private clock = 0;
  private ending = 0;
  private asked = 0;
  /** Whether the page can no longer know which row a key means. */
  private unsure = false;
  private meant = 0;

  static override styles = css`
    :host { display: block; position: fixed; z-index: 20; top: 7px; left: 50%; transform: translateX(-50%); max-width: 62vw; pointer-events: none; }
    p {
      display: flex; align-items: center; gap: 9px; margin: 0; min-height: 34px; padding: 0 14px; box-sizing: border-box;
      font-size: var(--small); line-height: 17px; color: var(--ink); background: var(--raised); border: 1px solid var(--line-strong);
      border-radius: 17px; box-shadow: var(--shadow);
    }
    p::before { content: ''; flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--none); }
    .down::before { background: none; box-shadow: inset 0 0 0 2px var(--borderline); }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.line.start();
    this.gate.start();
    this.line.addEventListener('changed', this.lineChanged);
    for (const [name, listener] of this.listeners) {
      document.addEventListener(name, listener, { capture: true });
    }
    this.clock = window.setInterval(() => {
      if (this.gate.asks(this.line.state === 'up')) {
        this.dispatchEvent(new CustomEvent('unsettled'));
      }
      this.look();
      void this.ask();
    }, 1000);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.clock);
    window.clearTimeout(this.telling);
    this.telling = 0;
    for (const [name, listener] of this.listeners) {
      document.removeEventListener(name, listener, { capture: true });
    }
    this.line.removeEventListener('changed', this.lineChanged);
    this.line.stop();
    this.gate.end();
    sessionStorage.removeItem(WORKING);
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('work') || changed.has('settled')) {
      this.gate.open();
    }
    if (changed.has('work')) {
      this.begin();
    }
    if (changed.has('confirmed') && this.confirmed) {
      const [lease = '', seq = '', revision = ''] = this.confirmed.split(' ');
      if (this.store?.lease === lease) {
        this.store.confirm(Number(seq), Number(revision));
        this.look();
      }
    }
  }

  /** Forgets what was kept of a post: the server has it, or the person gave it up. */
  drop(lease: string): void {
    if (this.store?.lease === lease) {
      this.store.drop();
    }
    if (this.work) {
      forget(this.work.owner, lease);
    }
    this.look();
  }

  /** The screen of the post may stand in the page later than this is told of it. */
  private begin(): void {
    const work = this.work;
    this.rows?.settle();
    this.rows = null;
    this.store = work?.lease ? new Store(work.owner, work.lease, work.base, work.client) : null;
    if (!work?.lease) {
      sessionStorage.removeItem(WORKING);
    } else {
      sessionStorage.setItem(WORKING, '1');
    }
    const found = work ? left(work.owner).filter((each) => !this.handed.has(each.lease)) : [];
    if (found.length > 0) {
      found.forEach((each) => this.handed.add(each.lease));
      this.dispatchEvent(new CustomEvent('found', { detail: JSON.stringify(found) }));
    }
    this.look();
  }

  // -- what is entered

  private readonly listeners: [string, (event: Event) => void][] = [
    ['input', (event) => this.take(typed(event.target))],
    ['change', (event) => this.take(picked(event.target))],
    ['click', (event) => this.clicked(event)],
    ['picked', (event) => this.take({ field: 'clause', value: (event as CustomEvent<string>).detail })],
    ['evidence', (event) => this.take({ field: 'evidence', value: (event as CustomEvent<string>).detail })],
    ['conjoint-key', (event) => this.key(event as CustomEvent<string>)],
  ];

  private take(answer: { field: string; value: string } | null): void {
    if (answer && this.store && this.screen()) {
      this.store.write(answer.field, answer.value);
      if (answer.field === SUBMIT) {
        this.gate.shut();
      }
      this.tellSoon();
      this.look();
    }
  }

  private clicked(event: Event): void {
    const answer = pressed(event.target);
    if (!answer) {
      return;
    }
    const rows = this.screen();
    if (answer.radio && rows?.holds(answer.radio)) {
      rows.show(answer.radio);
      const row = answer.radio.closest('.grade-row');
      if (row && this.down()) {
        rows.advance(row);
      }
    }
    this.take(answer);
  }

  private key(event: CustomEvent<string>): void {
    const rows = this.screen();
    if (!rows || !event.detail.startsWith('rate.')) {
      return;
    }
    const id = event.detail.slice('rate.'.length);
    const down = this.down();
    const moves = /^(row-|show-)/.test(id);
    if (moves && down) {
      event.stopImmediatePropagation();
      if (id.startsWith('show-')) {
        rows.turnTo(id.slice('show-'.length));
      } else {
        rows.step(id === 'row-above' ? -1 : 1);
      }
      return;
    }
    if (moves) {
      this.unsure = true;
      return;
    }
    this.grade(event, id, rows, down);
  }

  /** While the line is down, a key means the row that is seen; else the server knows which. */
  private grade(event: Event, id: string, rows: Rows, down: boolean): void {
    const sure = /^(sure|fairly|guess)$/.test(id);
    if (id === SUBMIT || sure) {
      this.take({ field: sure ? 'confidence' : SUBMIT, value: sure ? id : '' });
      const radio = sure ? document.querySelector<HTMLElement>(`[data-field=confidence] [data-value="${id}"]`) : null;
      if (radio) {
        rows.show(radio);
      }
      return;
    }
    if (id === 'undo') {
      this.gate.shut();
      return;
    }
    if (id === 'stop') {
      const stop = document.querySelector<HTMLElement>('.stop-here:not([disabled])');
      this.take(stop ? { field: 'stop', value: stop.dataset['value'] ?? '' } : null);
      return;
    }
    const row = rows.current;
    const choice = row && (down || !this.unsure) ? rows.choice(row, id) : null;
    if (!row || !choice) {
      return;
    }
    if (down) {
      event.stopImmediatePropagation();
      choice.click();
    } else {
      rows.show(choice);
      this.take({ field: choice.parentElement?.getAttribute('data-field') ?? '', value: choice.dataset['value'] ?? '' });
      rows.advance(row);
    }
  }

  private screen(): Rows | null {
    if (!this.rows?.shown) {
      const screen = this.parentElement?.querySelector('.rating');
      this.rows = screen ? new Rows(screen) : null;
    }
    return this.rows;
  }

  private tellSoon(): void {
    window.clearTimeout(this.telling);
    this.telling = window.setTimeout(() => {
      const last = this.store?.entries.at(-1);
      if (last && this.store) {
        this.dispatchEvent(new CustomEvent('entered', { detail: `${this.store.lease} ${last.seq}` }));
      }
    }, TELL_AFTER);
  }

  // -- the line

  private readonly lineChanged = (): void => {
    if (this.line.state === 'up') {
      this.unsure = false;
      this.rows?.settle();
    }
    this.look();
  };

  /** A line that came back counts as down until something is sent over it; so something is. */
  private async ask(): Promise<void> {
    if (this.line.state !== 'down' || Date.now() - this.asked < ASK_EVERY) {
      return;
    }
    this.asked = Date.now();
    if ((await this.line.reaches()) && this.line.state === 'down') {
      const last = this.store?.entries.at(-1);
      this.dispatchEvent(new CustomEvent('entered', { detail: `${this.store?.lease ?? 0} ${last?.seq ?? 0}` }));
    }
  }

  private down(): boolean {
    return this.downSince > 0;
  }

  private look(): void {
    const silent = this.kept > 0 && this.store !== null && this.store.since > 0 && Date.now() - this.store.since > PATIENCE;
    const down = this.line.state === 'down' || (silent && this.line.state === 'busy');
    this.kept = this.store?.entries.filter((entry) => entry.field !== SUBMIT).length ?? 0;
    if (down) {
      this.downSince ||= Date.now();
      this.meant = Math.max(this.meant, this.kept);
      this.news = '';
    } else if (this.down() && this.line.state === 'up') {
      this.downSince = 0;
      this.tell(this.meant);
      this.meant = 0;
    }
  }

  private tell(sent: number): void {
    this.news = sent === 0 ? 'The line is back' : `The line is back · ${changes(sent)} kept here ${sent === 1 ? 'was' : 'were'} sent`;
    window.clearTimeout(this.ending);
    this.ending = window.setTimeout(() => (this.news = ''), NEWS);
  }

  private words(): string {
    const at = new Date(this.downSince).toTimeString().slice(0, 5);
    const sending = this.store?.entries.some((entry) => entry.field === SUBMIT);
    const what = sending ? 'your answer' : changes(this.kept);
    const rest =
      this.kept > 0 || sending
        ? ` · ${what} kept here · ${sending || this.kept === 1 ? 'it is' : 'they are'} sent when it is back`
        : ' · go on; what you enter is kept here';
    return `The line is down since ${at}${rest}`;
  }

  override render() {
    const words = this.down() ? this.words() : this.news;
    return html`<div role="status">${words ? html`<p class=${this.down() ? 'down' : ''}>${words}</p>` : nothing}</div>`;
  }
}
