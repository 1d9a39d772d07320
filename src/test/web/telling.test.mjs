import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Gate } from '../../main/web/src/journal/gate.ts';
import { Telling } from '../../main/web/src/stage/telling.ts';

/** A page in which everything lies on the rating screen. */
class Page extends EventTarget {
  closest() {
    return this;
  }
}

const NONE = { entities: [], links: [], image_text: [] };
const linked = (...ids) => ({ ...NONE, links: ids.map((id) => ({ id, targets: [] })) });

let evidence;
let heard;
let gate;
let telling;

/** What the gate lets through arrives. */
function say(detail) {
  const event = new CustomEvent('evidence', { detail, cancelable: true });
  const through = window.dispatchEvent(event);
  if (through) {
    heard.push(...JSON.parse(detail).put.map((link) => link.id));
  }
  return through;
}

function draw(...ids) {
  evidence = linked(...ids);
  telling.changed();
}

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.Element = Page;
  globalThis.window = new Page();
  heard = [];
  evidence = NONE;
  gate = new Gate();
  gate.start();
  telling = new Telling(() => evidence, say);
  telling.begin(NONE);
});

afterEach(() => {
  gate.end();
  mock.timers.reset();
});

test('evidence is told once, shortly after it was drawn', () => {
  draw('a');
  assert.equal(telling.waits, true);
  assert.deepEqual(heard, []);
  mock.timers.tick(200);
  assert.deepEqual(heard, ['a']);
  assert.equal(telling.waits, false);
  telling.now();
  assert.deepEqual(heard, ['a']);
});

test('evidence that is drawn while the gate is shut is told once it is open', async () => {
  gate.shut();
  await Promise.resolve();
  draw('a');
  mock.timers.tick(1000);
  assert.deepEqual(heard, []);
  assert.equal(telling.waits, true);
  gate.open();
  mock.timers.tick(200);
  assert.deepEqual(heard, ['a']);
  assert.equal(telling.waits, false);
});

test('what was drawn on a post that has gone is not told of the next', async () => {
  gate.shut();
  await Promise.resolve();
  draw('a');
  mock.timers.tick(400);
  evidence = linked('b');
  telling.begin(evidence);
  gate.open();
  mock.timers.tick(1000);
  assert.deepEqual(heard, []);
});
