import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksForMap, chosen, presses, printed, refusal } from '../../main/web/src/kit/shortcut.ts';

/** A press as the browser tells it; modifiers by their first words. */
function press(key, code, ...held) {
  const is = (name) => held.includes(name);
  return {
    key,
    code,
    ctrlKey: is('ctrl'),
    metaKey: is('meta'),
    altKey: is('alt'),
    shiftKey: is('shift'),
    isComposing: is('composing'),
    keyCode: is('229') ? 229 : 65,
    getModifierState: (name) => name === 'AltGraph' && is('altgr'),
  };
}

test('the printed letter counts, wherever it is', () => {
  assert.deepEqual(presses(press('n', 'KeyN')), ['n']);
  assert.deepEqual(presses(press('a', 'KeyQ')), ['a']);
  assert.deepEqual(presses(press('ö', 'Semicolon')), ['ö']);
});

test('Caps Lock changes nothing, Shift makes another key', () => {
  assert.deepEqual(presses(press('N', 'KeyN')), ['n']);
  assert.deepEqual(presses(press('N', 'KeyN', 'shift')), ['shift+n']);
});

test('without Latin letters the place counts', () => {
  assert.deepEqual(presses(press('т', 'KeyN')), ['n']);
  assert.deepEqual(presses(press('ν', 'KeyN')), ['n']);
  assert.deepEqual(presses(press('ى', 'KeyN')), ['n']);
  assert.deepEqual(presses(press('מ', 'KeyN')), ['n']);
  assert.deepEqual(presses(press('Т', 'KeyN', 'shift')), ['shift+n']);
  assert.deepEqual(presses(press('ю', 'Period')), ['.']);
  assert.deepEqual(presses(press('з', 'KeyP', 'ctrl')), ['ctrl+p']);
});

test('a sign of another layout is itself before it is its place', () => {
  assert.deepEqual(presses(press('.', 'Slash')), ['.']);
});

test('a key that waits for another letter is known by its place', () => {
  assert.deepEqual(presses(press('Dead', 'KeyN', 'alt')), ['alt+n']);
  assert.deepEqual(presses(press('œ', 'KeyQ', 'alt')), ['alt+q']);
  assert.deepEqual(presses(press('Dead', 'BracketLeft')), ['[']);
});

test('digits work where they stand behind Shift', () => {
  assert.deepEqual(presses(press('&', 'Digit1')), ['&', '1']);
  assert.deepEqual(presses(press('1', 'Digit1', 'shift')), ['1']);
  assert.deepEqual(presses(press('é', 'Digit2')), ['é', '2']);
  assert.deepEqual(presses(press('١', 'Digit1')), ['1']);
  assert.deepEqual(presses(press('7', 'Numpad7')), ['7']);
});

test('a sign behind Shift is not the digit below it', () => {
  assert.deepEqual(presses(press('!', 'Digit1', 'shift')), ['!']);
});

test('nothing acts while text is composed, with AltGr, or for a modifier alone', () => {
  assert.deepEqual(presses(press('n', 'KeyN', 'composing')), []);
  assert.deepEqual(presses(press('n', 'KeyN', '229')), []);
  assert.deepEqual(presses(press('Process', 'KeyN')), []);
  assert.deepEqual(presses(press('ñ', 'KeyN', 'altgr', 'ctrl', 'alt')), []);
  assert.deepEqual(presses(press('Shift', 'ShiftLeft', 'shift')), []);
});

test('Control and Command are one; modifiers stand in one order', () => {
  assert.deepEqual(presses(press('Enter', 'Enter', 'meta')), ['ctrl+enter']);
  assert.deepEqual(presses(press('K', 'KeyK', 'shift', 'alt', 'ctrl')), ['ctrl+alt+shift+k']);
});

test('the map is asked for on every layout', () => {
  assert.ok(asksForMap(press('?', 'Slash', 'shift')));
  assert.ok(asksForMap(press('?', 'Digit7', 'shift')));
  assert.ok(asksForMap(press('؟', 'Slash', 'shift')));
  assert.ok(!asksForMap(press(',', 'Slash', 'shift')));
  assert.ok(!asksForMap(press('?', 'Slash', 'ctrl', 'shift')));
});

test('a chosen key is kept under the name that works on every layout', () => {
  assert.equal(chosen(press('&', 'Digit1')), '1');
  assert.equal(chosen(press('т', 'KeyN')), 'n');
  assert.equal(chosen(press('m', 'Semicolon')), 'm');
  assert.equal(chosen(press('Shift', 'ShiftLeft', 'shift')), '');
});

test('what cannot be chosen is refused for its reason', () => {
  assert.equal(refusal('m', false), null);
  assert.equal(refusal('shift+m', false), null);
  assert.equal(refusal('ctrl+m', false), null);
  assert.equal(refusal('', false), 'nameless');
  assert.equal(refusal('?', false), 'help');
  assert.equal(refusal('tab', false), 'moves');
  assert.equal(refusal('ctrl+w', false), 'browser');
  assert.equal(refusal('ctrl+shift+n', false), 'browser');
  assert.equal(refusal('f5', false), 'browser');
  assert.equal(refusal('ctrl+c', false), 'editing');
});

test('what acts while one types needs a key that writes nothing', () => {
  assert.equal(refusal('m', true), 'typing');
  assert.equal(refusal('shift+m', true), 'typing');
  assert.equal(refusal('enter', true), 'typing');
  assert.equal(refusal('ctrl+arrowleft', true), 'editing');
  assert.equal(refusal('ctrl+enter', true), null);
  assert.equal(refusal('alt+m', true), null);
  assert.equal(refusal('f8', true), null);
});

test('a key is printed as on a keyboard', () => {
  assert.equal(printed('n'), 'N');
  assert.equal(printed('ctrl+enter'), 'Ctrl ↵');
  assert.equal(printed('alt+shift+arrowup'), 'Alt Shift ↑');
  assert.equal(printed('ctrl++'), 'Ctrl +');
  assert.equal(printed('f8'), 'F8');
  assert.equal(printed(' '), 'Space');
  assert.equal(printed(''), '');
});

test('on a layout without the letter, the letter at its place is printed', () => {
  const russian = new Map([['KeyN', 'т'], ['KeyM', 'ь'], ['Digit1', '1']]);
  assert.equal(printed('n', russian), 'Т');
  assert.equal(printed('ctrl+n', russian), 'Ctrl Т');
  assert.equal(printed('1', russian), '1');
  const french = new Map([['KeyQ', 'a'], ['KeyA', 'q'], ['Digit1', '&']]);
  assert.equal(printed('a', french), 'A');
  assert.equal(printed('1', french), '1');
});
