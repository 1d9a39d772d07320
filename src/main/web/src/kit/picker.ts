import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

/** Something that can be picked; every word typed has to be found in id, title or text. */
interface Item {
  id: string;
  title: string;
  hint: string;
  text: string;
}

/** How well an item answers what was typed: 0 is best; null when a word is missing. */
function rank(item: Item, words: string[]): number | null {
  const id = item.id.toLowerCase();
  const title = item.title.toLowerCase();
  const all = `${id} ${title} ${item.hint.toLowerCase()} ${item.text.toLowerCase()}`;
  if (!words.every((word) => all.includes(word))) {
    return null;
  }
  if (words.every((word) => id.startsWith(word) || id.endsWith(word))) {
    return 0;
  }
  return words.every((word) => title.includes(word)) ? 1 : 2;
}

/**
 * A field that finds as one types: the best answer is marked at once, Enter picks it, arrows choose another. It keeps
 * nothing; what was picked is told to the server.
 */
@customElement('conjoint-picker')
export class Picker extends LitElement {
  @property({ attribute: false }) items: Item[] = [];
  @property() label = '';
  @property() placeholder = '';
  /** The action that leads here; its key is printed. */
  @property() hotkey = '';
  /** Where the focus goes once something is picked: a selector. */
  @property({ attribute: 'return-to' }) returnTo = '';
  @property() none = 'Nothing matches';
  @state() private typed = '';
  @state() private open = false;
  @state() private marked = 0;
  @query('input') private input!: HTMLInputElement;
  @query('[popover]') private list?: HTMLElement;

  static override styles = css`
    :host { display: block; }
    .field {
      display: flex; align-items: center; gap: 8px; height: 32px; padding: 0 10px 0 6px; box-sizing: border-box;
      background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-m);
    }
    .field:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
    input { flex: 1; min-width: 0; padding: 0; font: inherit; font-size: 13px; color: var(--ink); background: none; border: 0; outline: none; }
    input::placeholder { color: var(--muted); opacity: 1; }
    conjoint-kbd {
      min-width: 18px; padding: 3px 5px; box-sizing: border-box; text-align: center; font: 600 11px/1 var(--font);
      color: var(--muted); background: var(--paper); border: 1px solid var(--line); border-radius: 4px;
    }
    conjoint-kbd:empty { display: none; }
    [popover] {
      inset: auto; margin: 0; padding: 4px; max-height: 320px; box-sizing: border-box; overflow: auto;
      color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius);
      box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
    }
    [role='option'] { padding: 7px 10px; border-radius: 7px; font-size: 13px; line-height: 18px; cursor: pointer; }
    [role='option'][aria-selected='true'] { background: var(--accent-soft); box-shadow: inset 3px 0 0 var(--accent); }
    .hint { font-size: 12px; color: var(--muted); }
    .nothing { padding: 8px 10px; font-size: 13px; color: var(--muted); }
  `;

  override focus(): void {
    this.input?.focus();
  }

  /** Forgets what was typed. */
  clear(): void {
    this.typed = '';
    if (this.input) {
      this.input.value = '';
    }
    this.hide();
  }

  private found(): Item[] {
    const words = this.typed.toLowerCase().split(/\s+/).filter(Boolean);
    return this.items
      .map((item) => ({ item, rank: rank(item, words) }))
      .filter((each): each is { item: Item; rank: number } => each.rank !== null)
      .sort((a, b) => a.rank - b.rank)
      .map((each) => each.item);
  }

  private show(): void {
    this.open = true;
    this.marked = 0;
    void this.updateComplete.then(() => this.place());
  }

  private hide(): void {
    this.open = false;
    if (this.list?.matches(':popover-open')) {
      this.list.hidePopover();
    }
  }

  /** Below the field, or above it where there is no room below. */
  private place(): void {
    const list = this.list;
    if (!list || !this.open) {
      return;
    }
    if (!list.matches(':popover-open')) {
      list.showPopover();
    }
    const box = this.getBoundingClientRect();
    const below = window.innerHeight - box.bottom - 12;
    const up = below < 220 && box.top > below;
    list.style.left = `${box.left}px`;
    list.style.width = `${box.width}px`;
    list.style.maxHeight = `${Math.min(320, up ? box.top - 12 : below)}px`;
    list.style.top = up ? 'auto' : `${box.bottom + 4}px`;
    list.style.bottom = up ? `${window.innerHeight - box.top + 4}px` : 'auto';
    list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  private pick(item: Item | undefined): void {
    if (item) {
      this.typed = '';
      this.input.value = '';
      this.hide();
      this.dispatchEvent(new CustomEvent('picked', { detail: item.id }));
      if (this.returnTo) {
        document.querySelector<HTMLElement>(this.returnTo)?.focus({ preventScroll: true });
      }
    }
  }

  private keys(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }
    const found = this.found();
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (!this.open) {
          this.show();
        } else if (found.length > 0) {
          this.marked = (this.marked + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
          void this.updateComplete.then(() => this.place());
        }
        break;
      case 'Enter':
        if (this.open) {
          this.pick(found[this.marked]);
        } else {
          this.show();
        }
        break;
      case 'Escape':
        if (!this.open) {
          return;
        }
        if (this.typed) {
          this.typed = '';
          this.input.value = '';
        } else {
          this.hide();
          return;
        }
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  override render() {
    const found = this.open ? this.found() : [];
    return html`
      <div class="field" @click=${() => this.input.focus()}>
        ${this.hotkey ? html`<conjoint-kbd action=${this.hotkey} aria-hidden="true"></conjoint-kbd>` : nothing}
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-expanded=${this.open}
          aria-controls="list"
          aria-activedescendant=${this.open && found.length > 0 ? `option-${this.marked}` : nothing}
          placeholder=${this.placeholder}
          @focus=${this.show}
          @blur=${this.hide}
          @keydown=${this.keys}
          @input=${(event: InputEvent) => {
            this.typed = (event.target as HTMLInputElement).value;
            this.show();
          }}
        />
      </div>
      <div id="list" role="listbox" tabindex="-1" popover="manual" aria-label=${this.label}>
        ${this.open && found.length === 0 ? html`<div class="nothing">${this.none}</div>` : nothing}
        ${found.map(
          (item, index) => html`<div
            id="option-${index}"
            role="option"
            aria-selected=${index === this.marked}
            @pointerdown=${(event: PointerEvent) => event.preventDefault()}
            @click=${() => this.pick(item)}
            ><b>${item.id}</b> ${item.title}<div class="hint">${item.hint}</div></div>`,
        )}
      </div>
    `;
  }
}
