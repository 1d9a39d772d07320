import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import './key-dialog';
import type { Binding, Changes, KeyDialog } from './key-dialog';
import { publish, readLayout, retract } from './keyboard';
import { asksForMap, presses } from './shortcut';

function typesText(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  const texts = ['text', 'search', 'email', 'number', 'password', 'tel', 'url', 'date', 'time', 'datetime-local'];
  return target instanceof HTMLInputElement && texts.includes(target.type);
}

/** Whether the element with the focus acts on this key by itself. */
function usesKey(target: EventTarget | undefined, key: string): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (key.length === 1 && target.closest('vaadin-select')) {
    return true;
  }
  const role = target.getAttribute('role') ?? '';
  const button = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || role === 'button';
  if (button || role === 'radio') {
    return key === 'enter' || key === ' ' || (role === 'radio' && (key === 'arrowleft' || key === 'arrowright'));
  }
  const moves = ['slider', 'listbox', 'option', 'combobox', 'grid', 'menu', 'menuitem', 'tab', 'separator'];
  return moves.includes(role) && (key.startsWith('arrow') || key === 'enter' || key === ' ');
}

/**
 * The keys of one screen. It listens on the window, leaves typing alone, is silent while a dialog is open, and lists
 * itself when `?` is pressed. What a key does is decided by the server, by the id of the action.
 */
@customElement('conjoint-keys')
export class Keys extends LitElement {
  @property({ attribute: false }) bindings: Binding[] = [];
  @property({ attribute: false }) words: Record<string, string> = {};
  @query('conjoint-key-dialog') private dialog!: KeyDialog;

  static override styles = css`
    :host { display: inline-flex; }
    button {
      display: inline-flex; align-items: center; gap: 6px; height: 26px; padding: 0 10px; box-sizing: border-box;
      font: inherit; font-size: var(--small); color: var(--ink); background: var(--surface);
      border: 1px solid var(--line); border-radius: 13px; white-space: nowrap; cursor: pointer;
    }
    button:hover { border-color: var(--line-strong); }
    button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    kbd {
      display: inline-block; min-width: 18px; padding: 3px 5px; box-sizing: border-box; text-align: center;
      font: 600 11px/1 var(--font); color: var(--muted); background: var(--paper);
      border: 1px solid var(--line); border-radius: 4px; white-space: nowrap;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.press);
    readLayout();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.press);
    retract(this);
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('bindings')) {
      publish(this, new Map(this.bindings.map((binding) => [binding.id, binding.key])));
    }
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || (event.repeat && !event.key.startsWith('Arrow'))) {
      return;
    }
    const target = event.composedPath()[0];
    const typing = typesText(target);
    if (!typing && asksForMap(event)) {
      event.preventDefault();
      this.dialog.toggle();
      return;
    }
    if (this.dialog.open || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], dialog[open]')) {
      return;
    }
    const binding = this.bound(presses(event), typing);
    if (!binding || (!typing && usesKey(target, binding.key))) {
      return;
    }
    event.preventDefault();
    if (binding.local.startsWith('focus:')) {
      const wanted = document.querySelector<HTMLElement>(binding.local.slice('focus:'.length));
      wanted?.focus({ preventScroll: true });
      wanted?.scrollIntoView({ block: 'nearest' });
    } else if (binding.local) {
      window.dispatchEvent(new CustomEvent('conjoint-local', { detail: binding.local }));
    } else {
      this.dispatchEvent(new CustomEvent('conjoint-key', { detail: binding.id }));
    }
  };

  /** What the likeliest name of a press is bound to. */
  private bound(names: string[], typing: boolean): Binding | undefined {
    for (const name of names) {
      const binding = this.bindings.find((each) => each.key === name && (!typing || each.typing));
      if (binding) {
        return binding;
      }
    }
    return undefined;
  }

  private remap(event: CustomEvent<Changes>): void {
    this.dispatchEvent(new CustomEvent('conjoint-remap', { detail: event.detail }));
  }

  override render() {
    return html`
      <button type="button" @click=${() => this.dialog.toggle()} aria-haspopup="dialog">${this.words['keys']}<kbd>?</kbd></button>
      <conjoint-key-dialog .bindings=${this.bindings} .words=${this.words} @remap=${this.remap}></conjoint-key-dialog>
    `;
  }
}
