import { printed } from './shortcut';

/** The layout of the keyboard, where the browser tells it. */
interface LayoutTeller {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

let keys: ReadonlyMap<string, string> = new Map();
let owner: object | null = null;
let layout: ReadonlyMap<string, string> | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  listeners.forEach((listener) => listener());
}

/** Says which key each action of this screen has. */
export function publish(screen: object, byAction: ReadonlyMap<string, string>): void {
  owner = screen;
  keys = byAction;
  tell();
}

/** Says that a screen is gone; nothing changes when another one has taken its place already. */
export function retract(screen: object): void {
  if (owner === screen) {
    publish(screen, new Map());
  }
}

/** Asks anew which letters this keyboard writes: a person may change it at any time. */
export function readLayout(): void {
  const teller = (navigator as { keyboard?: LayoutTeller }).keyboard;
  void teller?.getLayoutMap?.().then(
    (map) => {
      layout = map;
      tell();
    },
    () => undefined,
  );
}

/** A key as it is printed on this keyboard. */
export function printedHere(key: string): string {
  return printed(key, layout);
}

/** The key that an action has on this screen, as printed; empty when it has none. */
export function printedFor(action: string): string {
  return printedHere(keys.get(action) ?? '');
}

/** Calls back whenever a key or the layout changes, until the answer is called. */
export function whenKeysChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
