// Bundles each entry module under src/ into plain ES modules that the pages load by address.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';

const out = '../../../target/classes/META-INF/resources/conjoint';

const entries = readdirSync('src', { withFileTypes: true })
  .filter((file) => file.isFile() && file.name.endsWith('.ts'))
  .map((file) => `src/${file.name}`);

if (entries.length > 0) {
  await build({
    entryPoints: entries,
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: false,
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

// The interface's typeface (Inter, SIL Open Font License) is served from here; nothing is fetched from elsewhere.
mkdirSync(`${out}/fonts`, { recursive: true });
for (const subset of ['latin', 'latin-ext']) {
  copyFileSync(
    `node_modules/@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`,
    `${out}/fonts/inter-${subset}.woff2`,
  );
}
copyFileSync('node_modules/@fontsource-variable/inter/LICENSE', `${out}/fonts/inter-LICENSE.txt`);
