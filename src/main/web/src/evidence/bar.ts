import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { clock, type Words } from '../stage/model';
import { partOf, type Link, type Target } from './model';
import type { EvidenceStore } from './store';

/** A choice with its code and its words. */
export interface Choice {
  code: string;
  words: string;
}

/** So many chips are shown at a time. */
const PAGE = 40;
const LISTEN_AFTER = 350;

/**
 * The links as chips, and below them the one in hand: what it joins, how its parts relate, how its sound goes with them.
 * Pointing at a chip lights all that it joins and plays its sound. Both rows keep their place whether filled or not.
 */
@customElement('conjoint-evidence')
export class EvidenceBar extends LitElement {
  @property({ attribute: false }) store: EvidenceStore | null = null;
  @property({ attribute: false }) words: Words = {};
  @property({ attribute: false }) relations: Choice[] = [];
  @property({ attribute: false }) alignments: Choice[] = [];
  @property({ type: Boolean }) marks = false;
  @state() private page = 0;
  private listening: EvidenceStore | null = null;
  private timer = 0;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    this.listening?.removeEventListener('looked', this.refresh);
    this.listening = null;
    window.clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  override updated(): void {
    if (this.listening !== this.store) {
      this.listening?.removeEventListener('looked', this.refresh);
      this.store?.addEventListener('looked', this.refresh);
      this.listening = this.store;
    }
  }

  private readonly refresh = (): void => {
    const open = this.store?.evidence.links.findIndex((link) => link === this.store?.open) ?? -1;
    if (open >= 0) {
      this.page = Math.floor(open / PAGE);
    }
    this.requestUpdate();
  };

  /** Moves the focus to how the parts of the link in hand relate. */
  focusRelation(): void {
    this.querySelector<HTMLElement>('select.relation')?.focus();
  }

  focusChip(): void {
    this.querySelector<HTMLElement>('.link-chip[aria-pressed=true]')?.focus();
  }

  private word(key: string): string {
    return this.words[key] ?? '';
  }

  private enter(link: Link): void {
    this.store?.hover(link.id);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.dispatchEvent(new CustomEvent('hear', { detail: link, bubbles: true })), LISTEN_AFTER);
  }

  private leave(): void {
    window.clearTimeout(this.timer);
    this.store?.hover(null);
    this.dispatchEvent(new CustomEvent('hear', { detail: null, bubbles: true }));
  }

  private say(target: Target): string {
    const name = this.store?.nameOf(target);
    switch (target.kind) {
      case 'span':
        return `“${target.quote.length > 28 ? `${target.quote.slice(0, 27)}…` : target.quote}”`;
      case 'region':
        return name || this.word(target.points ? 'outline' : 'region');
      case 'interval':
        return `${name ? `${name} ` : ''}${clock(target.start)}–${clock(target.end)}`;
    }
  }

  private relationWords(link: Link): string {
    return this.relations.find((choice) => choice.code === link.relation)?.words ?? '';
  }

  override render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const links = store.evidence.links;
    const pages = Math.max(1, Math.ceil(links.length / PAGE));
    const page = Math.min(this.page, pages - 1);
    return html`
      <div class="links" role="group" aria-label=${this.word('evidence')}>
        <span class="label" aria-hidden="true">${this.word('evidence')}</span>
        <div class="chips">
          ${repeat(
            links.slice(page * PAGE, (page + 1) * PAGE),
            (link) => link.id,
            (link) => this.renderChip(link, store),
          )}
          ${store.waiting ? html`<span class="link-chip waiting">${this.word('newLink')}</span>` : nothing}
        </div>
        ${pages > 1
          ? html`<span class="pager num">
              <button type="button" ?disabled=${page === 0} @click=${() => (this.page = page - 1)} aria-label=${this.word('earlier')}>‹</button>
              ${page * PAGE + 1}–${Math.min(links.length, (page + 1) * PAGE)} / ${links.length}
              <button type="button" ?disabled=${page === pages - 1} @click=${() => (this.page = page + 1)} aria-label=${this.word('later')}>›</button>
            </span>`
          : nothing}
        ${this.marks
          ? html`<button type="button" class="chip" @click=${() => store.link()}>
              ${store.pending ? this.word('addToLink') : store.open || store.waiting ? this.word('done') : this.word('addLink')}<conjoint-kbd action="evidence.link" aria-hidden="true"></conjoint-kbd>
            </button>`
          : nothing}
      </div>
      <div class="link-editor">${this.marks ? this.renderEditor(store) : nothing}</div>
    `;
  }

  private renderChip(link: Link, store: EvidenceStore) {
    return html`<button
      type="button"
      class="link-chip ${store.lit(link.id) ? 'lit' : ''}"
      aria-pressed=${store.open === link}
      @pointerenter=${() => this.enter(link)}
      @pointerleave=${this.leave}
      @focus=${() => store.hover(link.id)}
      @blur=${() => store.hover(null)}
      @click=${() => store.select(store.open === link ? null : link.id)}
      >${link.targets.slice(0, 6).map(
        (target, index) =>
          html`${index > 0 ? html`<span class="tie" aria-hidden="true">⟂</span>` : nothing}<span class="target"
              ><i class="part-dot part-${partOf(target)}" aria-hidden="true"></i><bdi>${this.say(target)}</bdi></span
            >`,
      )}${link.targets.length > 6 ? html`<span class="muted">+${link.targets.length - 6}</span>` : nothing}${link.relation
        ? html`<b>${this.relationWords(link)}</b>`
        : nothing}</button>`;
  }

  private renderEditor(store: EvidenceStore) {
    const link = store.open;
    if (!link) {
      return html`<span class="hint">${store.waiting ? this.word('linkWaits') : this.word('linkHint')}</span>`;
    }
    const sounds = link.targets.some((target) => target.kind === 'interval');
    return html`
      <div class="targets">
        ${link.targets.slice(0, 12).map(
          (target, index) => html`<span class="target-edit">
            <i class="part-dot part-${partOf(target)}" aria-hidden="true"></i>
            <input
              class="entity"
              list="conjoint-entities"
              size="7"
              maxlength="80"
              placeholder=${this.word('entity')}
              aria-label="${this.word('entityOf')} ${this.say(target)}"
              .value=${store.nameOf(target)}
              @change=${(event: Event) => store.name(link, index, (event.target as HTMLInputElement).value)}
            />
            <button type="button" aria-label="${this.word('takeOut')} ${this.say(target)}" @click=${() => store.remove(link, index)}>✕</button>
          </span>`,
        )}
      </div>
      <datalist id="conjoint-entities">${store.evidence.entities.map((entity) => html`<option value=${entity.name}></option>`)}</datalist>
      <select
        class="relation"
        aria-label=${this.word('relation')}
        ?disabled=${link.targets.length < 2}
        @change=${(event: Event) => this.relate(link, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!link.relation}>${this.word('relation')}</option>
        ${this.relations.map((choice) => html`<option value=${choice.code} ?selected=${choice.code === link.relation}>${choice.words}</option>`)}
      </select>
      <select
        class="alignment"
        aria-label=${this.word('alignment')}
        ?disabled=${!sounds || link.targets.length < 2}
        @change=${(event: Event) => this.align(link, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!link.alignment}>${this.word('alignment')}</option>
        ${this.alignments.map((choice) => html`<option value=${choice.code} ?selected=${choice.code === link.alignment}>${choice.words}</option>`)}
      </select>
      <button type="button" class="quiet" ?disabled=${!store.canUndo} @click=${() => store.undo()} aria-label=${this.word('undo')} title=${this.word('undo')}>↶</button>
      <button type="button" class="quiet" ?disabled=${!store.canRedo} @click=${() => store.redo()} aria-label=${this.word('redo')} title=${this.word('redo')}>↷</button>
      <button type="button" class="quiet" @click=${() => store.drop(link.id)} aria-label=${this.word('dropLink')} title=${this.word('dropLink')}><span class="icon icon-delete"></span></button>
    `;
  }

  private relate(link: Link, code: string): void {
    const { relation: _, ...rest } = link;
    this.store?.put(code ? { ...rest, relation: code } : rest);
  }

  private align(link: Link, code: string): void {
    const { alignment: _, ...rest } = link;
    this.store?.put(code ? { ...rest, alignment: code } : rest);
  }
}
