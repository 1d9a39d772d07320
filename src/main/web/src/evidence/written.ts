import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Words } from '../stage/model';
import { written, type TextLine } from './model';
import type { EvidenceStore } from './store';
import './text';

const NEW_BOX: TextLine['box'] = [0.1, 0.8, 0.8, 0.08];

/** The text inside the picture as its own layer: lines to correct, each with its box, and the whole to mark spans in. */
@customElement('conjoint-written')
export class WrittenInPicture extends LitElement {
  @property({ attribute: false }) store: EvidenceStore | null = null;
  @property({ attribute: false }) words: Words = {};
  @property() speech = '';
  @property({ type: Boolean }) marks = false;
  /** What came of asking for a suggestion. */
  @property() news = '';
  @state() private draft = '';
  private listening: EvidenceStore | null = null;

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
    super.disconnectedCallback();
  }

  override updated(): void {
    if (this.listening !== this.store) {
      this.listening?.removeEventListener('looked', this.refresh);
      this.store?.addEventListener('looked', this.refresh);
      this.listening = this.store;
    }
  }

  private readonly refresh = (): void => this.requestUpdate();

  private add(): void {
    const text = this.draft.trim();
    if (text && this.store) {
      this.store.write([...this.store.evidence.image_text, { text, box: NEW_BOX }]);
      this.draft = '';
    }
  }

  private edit(index: number, text: string): void {
    const lines = this.store?.evidence.image_text ?? [];
    const line = lines[index];
    const clean = text.replace(/\s*\n\s*/g, ' ').trim();
    if (line && clean !== line.text) {
      this.store?.write(clean ? lines.with(index, { ...line, text: clean }) : lines.toSpliced(index, 1));
    }
  }

  override render() {
    const lines = this.store?.evidence.image_text ?? [];
    const text = written(lines);
    return html`
      <div class="head"><span class="label">${this.words['writtenHead']}</span>
        ${this.marks
          ? html`<button type="button" class="chip" @click=${() => this.dispatchEvent(new CustomEvent('suggest', { bubbles: true }))}>${this.words['suggestText']}</button>`
          : nothing}
      </div>
      ${this.news ? html`<p class="hint" role="status">${this.news}</p>` : nothing}
      ${lines.map(
        (line, index) => html`<div class="line">
          <input
            .value=${line.text}
            lang=${this.speech}
            dir="auto"
            maxlength="500"
            aria-label="${this.words['line'] ?? ''} ${index + 1}"
            ?readonly=${!this.marks}
            @focus=${() => this.dispatchEvent(new CustomEvent('line', { detail: index, bubbles: true }))}
            @change=${(event: Event) => this.edit(index, (event.target as HTMLInputElement).value)}
          />
          ${this.marks
            ? html`<button type="button" aria-label="${this.words['takeOut'] ?? ''} ${line.text}" @click=${() => this.store?.write(lines.toSpliced(index, 1))}>✕</button>`
            : nothing}
        </div>`,
      )}
      ${this.marks
        ? html`<form class="line" @submit=${(event: Event) => (event.preventDefault(), this.add())}>
            <input
              .value=${this.draft}
              placeholder=${this.words['newLine'] ?? ''}
              aria-label=${this.words['newLine'] ?? ''}
              maxlength="500"
              dir="auto"
              @input=${(event: Event) => (this.draft = (event.target as HTMLInputElement).value)}
            />
            <button type="submit" aria-label=${this.words['addLine'] ?? ''}>＋</button>
          </form>`
        : nothing}
      ${text
        ? html`<conjoint-text kind="image_text" .text=${text} lang=${this.speech} .label=${this.words['writtenText'] ?? ''} .store=${this.marks ? this.store : null}></conjoint-text>`
        : nothing}
    `;
  }
}
