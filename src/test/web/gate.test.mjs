import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Gate } from '../../main/web/src/journal/gate.ts';

/** A page in which everything lies on the rating screen. */
class Page extends EventTarget {
  closest() {
    return this;
  }
}

let gate;
const open = () => window.dispatchEvent(new Event('input', { cancelable: true }));

/** Lets seconds pass, and looks after each. @return how often the server was to be asked */
function seconds(many, up) {
  let asked = 0;
  for (let i = 0; i < many; i++) {
    mock.timers.tick(1000);
    asked += gate.asks(up) ? 1 : 0;
  }
  return asked;
}

beforeEach(async () => {
  mock.timers.enable({ apis: ['Date'], now: 1000 });
  globalThis.Element = Page;
  globalThis.window = new Page();
  gate = new Gate();
  gate.start();
  gate.shut();
  assert.equal(open(), true);
  await Promise.resolve();
});

afterEach(() => {
  gate.end();
  mock.timers.reset();
});

test('what is done while the gate is shut goes nowhere, until the server has said what came of the sending', () => {
  assert.equal(open(), false);
  gate.open();
  assert.equal(open(), true);
});

test('a line that rests does not open the gate; the server is asked', () => {
  assert.equal(seconds(1, true), 0);
  assert.equal(seconds(1, true), 1);
  assert.equal(open(), false);
});

test('the server is not asked over a line that is down or busy, however long, and the gate stays shut', () => {
  assert.equal(seconds(600, false), 0);
  assert.equal(open(), false);
  assert.equal(seconds(1, true), 1);
  assert.equal(open(), false);
});

test('a server that is asked and never answers does not keep the page shut for ever', () => {
  assert.equal(seconds(10, true), 5);
  assert.equal(open(), false);
  assert.equal(seconds(2, true), 0);
  assert.equal(open(), true);
});

test('an open gate asks nothing', () => {
  gate.open();
  assert.equal(seconds(10, true), 0);
});
