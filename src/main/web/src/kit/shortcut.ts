// What a key press is called, what may be chosen as a key, and how a key is printed. Pure: no page is needed.

/** The part of a KeyboardEvent that names what was pressed. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
  getModifierState(name: string): boolean;
}

/** Why a key cannot be chosen; the dialog has words for each. */
export type Refusal = 'nameless' | 'help' | 'moves' | 'browser' | 'editing' | 'typing';

/** The character at each place of a keyboard, as on QWERTY; letters and digits are named by their codes. */
const PLACES: Record<string, string> = {
  Comma: ',', Period: '.', Slash: '/', Semicolon: ';', Quote: "'", BracketLeft: '[', BracketRight: ']',
  Minus: '-', Equal: '=', Backslash: '\\', Backquote: '`', Space: ' ',
};

const NAMES: Record<string, string> = {
  arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', enter: '↵', escape: 'Esc', ' ': 'Space',
  ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift', pageup: 'Page ↑', pagedown: 'Page ↓', backspace: '⌫', delete: 'Del',
};

const MODIFIERS = new Set(['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'OS']);
const UNNAMED = new Set(['Dead', 'Unidentified', 'Process', 'Compose']);

const EDITING = new Set([...'acvxzy'].map((key) => `ctrl+${key}`).concat('ctrl+insert', 'shift+insert', 'shift+delete'));
const BROWSER = new Set([
  ...[...'wtnrlqpodhjusfg0123456789+-=', 'tab', 'pageup', 'pagedown', 'f4', 'f5'].map((key) => `ctrl+${key}`),
  ...[...'wtnrijcdbop', 'delete', 'tab'].map((key) => `ctrl+shift+${key}`),
  ...['f4', 'arrowleft', 'arrowright', 'home', 'd', 'e', 'f', ' ', 'tab'].map((key) => `alt+${key}`),
  ...['f1', 'f3', 'f5', 'f6', 'f7', 'f10', 'f11', 'f12', 'shift+f10', 'contextmenu', 'printscreen'],
]);

function placed(code: string): string {
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/.exec(code)?.[1] ?? PLACES[code] ?? '';
}

function isLatin(key: string): boolean {
  return /^[ -~]$/.test(key) || /^\p{Script=Latin}$/u.test(key);
}

function isCased(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

/**
 * What a press is called, the likeliest name first: the letter that is printed on the key; where the layout has no
 * Latin letters, or the key waits for another one, what stands at its place on QWERTY; and a digit also by its place,
 * since some layouts have it behind Shift. Empty while text is composed, with AltGr, and for a modifier alone.
 */
export function presses(press: Press): string[] {
  const composing = press.isComposing || press.keyCode === 229 || press.key === 'Process';
  if (composing || MODIFIERS.has(press.key) || press.getModifierState('AltGraph')) {
    return [];
  }
  const chord = (press.ctrlKey || press.metaKey ? 'ctrl+' : '') + (press.altKey ? 'alt+' : '');
  const shift = press.shiftKey ? 'shift+' : '';
  const names: string[] = [];
  if ([...press.key].length > 1) {
    if (!UNNAMED.has(press.key)) {
      return [chord + shift + press.key.toLowerCase()];
    }
  } else if (isLatin(press.key) && !(press.altKey && press.key > '~')) {
    names.push(chord + (isCased(press.key) ? shift : '') + press.key.toLowerCase());
  }
  const place = placed(press.code);
  if (place && (names.length === 0 || (/\d/.test(place) && !press.shiftKey))) {
    names.push(chord + shift + place);
  }
  return [...new Set(names)];
}

/** Whether a press asks for the map of keys. */
export function asksForMap(press: Press): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) {
    return false;
  }
  return press.key === '?' || press.key === '؟' || presses(press).includes('shift+/');
}

/** The name under which a press is kept when it is chosen as a key; empty when it has none yet, as Shift alone. */
export function chosen(press: Press): string {
  const names = presses(press);
  const last = names.at(-1) ?? '';
  return /^(ctrl\+|alt\+)*\d$/.test(last) ? last : (names[0] ?? '');
}

/** Why a key cannot be chosen; null when it can. @param typing whether it shall also act while the person types */
export function refusal(key: string, typing: boolean): Refusal | null {
  if (key === '') {
    return 'nameless';
  }
  if (key === '?' || key === 'shift+/') {
    return 'help';
  }
  if (/^(shift\+)?tab$/.test(key) || key === 'escape') {
    return 'moves';
  }
  if (BROWSER.has(key)) {
    return 'browser';
  }
  const moves = /(arrow\w+|home|end|enter|backspace|delete)$/;
  if (EDITING.has(key) || (typing && /^(ctrl|alt)\+/.test(key) && moves.test(key) && key !== 'ctrl+enter')) {
    return 'editing';
  }
  return typing && !/^(ctrl\+|alt\+)|^f\d+$/.test(key) ? 'typing' : null;
}

/**
 * A key as it is printed on the keyboard.
 *
 * @param layout what each place of this keyboard writes, by KeyboardEvent.code
 */
export function printed(key: string, layout?: ReadonlyMap<string, string>): string {
  const [, chord = '', base = ''] = /^((?:ctrl\+)?(?:alt\+)?(?:shift\+)?)(.*)$/s.exec(key) ?? [];
  const modifiers = chord.split('+').filter(Boolean);
  return [...modifiers, here(base, layout)].map((part) => NAMES[part] ?? capital(part)).join(' ');
}

function here(base: string, layout?: ReadonlyMap<string, string>): string {
  if (!layout || [...base].length !== 1 || /[\d ]/.test(base) || [...layout.values()].includes(base)) {
    return base;
  }
  return [...layout].find(([code]) => placed(code) === base)?.[1] ?? base;
}

function capital(part: string): string {
  return [...part].length === 1 || /^f\d+$/.test(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1);
}
