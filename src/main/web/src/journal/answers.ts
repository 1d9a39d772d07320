/** An answer read off the page. */
export interface Answer {
  field: string;
  value: string;
}

/** The codes of the items of a choice, in their order. */
function codes(field: Element): string[] {
  return (field.getAttribute('data-codes') ?? '').split(' ');
}

/** What was typed into a field that is an answer. */
export function typed(target: EventTarget | null): Answer | null {
  const field = target instanceof HTMLTextAreaElement ? target.closest('vaadin-text-area[data-field]') : null;
  return field ? { field: field.getAttribute('data-field') ?? '', value: (target as HTMLTextAreaElement).value } : null;
}

/** What was chosen from a list, or ticked in a group. */
export function picked(target: EventTarget | null): Answer | null {
  const field = target instanceof Element ? target.closest('[data-field][data-codes]') : null;
  if (!field) {
    return null;
  }
  const name = field.getAttribute('data-field') ?? '';
  if (field.localName === 'vaadin-select') {
    const at = Number((field as unknown as { value: string }).value);
    return { field: name, value: codes(field)[at - 1] ?? '' };
  }
  const boxes = [...field.querySelectorAll<HTMLElement & { checked: boolean }>('vaadin-checkbox')];
  return { field: name, value: codes(field).filter((_, index) => boxes[index]?.checked).join(' ') };
}

/** What a press on a button says. */
export function pressed(target: EventTarget | null): (Answer & { radio: HTMLElement | null }) | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-value], [data-field=submit]') : null;
  if (!button) {
    return null;
  }
  const radio = button.getAttribute('role') === 'radio' ? button : null;
  if (radio?.getAttribute('aria-disabled') === 'true' && !radio.closest('.guess')) {
    return null;
  }
  const field = (radio?.closest('[data-field]') ?? button).getAttribute('data-field');
  return field ? { field, value: button.getAttribute('data-value') ?? '', radio } : null;
}
