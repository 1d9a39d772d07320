// Runs the tests of what needs no page: each is bundled with what it tests, and run by Node.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const tests = '../../test/web';
const out = '../../../target/web-tests';

const entries = readdirSync(tests)
  .filter((file) => file.endsWith('.test.mjs'))
  .map((file) => `${tests}/${file}`);

await build({
  entryPoints: entries,
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});

const files = entries.map((file) => file.replace(tests, out));
const run = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], { encoding: 'utf8' });
if (run.status !== 0) {
  process.stderr.write(run.stdout + run.stderr);
}
process.exit(run.status ?? 1);
