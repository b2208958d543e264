// Lints the manifest, and every document it names by the rules of its kind.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { faultsOf } from '../manifest/faults.mjs';
import { documentsIn, manifestOf } from '../manifest/manifest.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const contracts = resolve(process.argv[2] ?? join(here, '..'));

/** The configuration of the linter for {root, kinds} by name, kinds being what a document is: events, drop-in, ending. */
export function configurationOf(documents) {
  const { plugins, ...shared } = parse(readFileSync(join(here, '..', 'redocly.yaml'), 'utf8'));
  const rulesOf = (kind) => parse(readFileSync(join(here, `${kind}.yaml`), 'utf8'));
  const apis = Object.entries(documents).map(([name, { root, kinds }]) => [name, { root, rules: Object.assign({}, ...kinds.map(rulesOf)) }]);
  return { plugins: plugins.map((plugin) => join(here, '..', plugin)), ...shared, apis: Object.fromEntries(apis) };
}

function kindsOf({ version, state, 'drop-in': dropIn }) {
  if (!version) return ['events'];
  return [...(dropIn ? ['drop-in'] : []), ...(state === 'active' ? [] : ['ending'])];
}

function lint() {
  const faults = faultsOf(contracts);
  faults.forEach((fault) => console.error(`contracts.yaml: ${fault}`));
  if (faults.length > 0) return 1;
  const documents = documentsIn(manifestOf(contracts)).map((entry) => [entry.name, { root: join(contracts, entry.document), kinds: kindsOf(entry) }]);
  const directory = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    const configuration = join(directory, 'redocly.yaml');
    writeFileSync(configuration, stringify(configurationOf(Object.fromEntries(documents))));
    const command = join(here, '..', 'node_modules', '.bin', 'redocly');
    return spawnSync(command, ['lint', '--config', configuration], { cwd: contracts, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = lint();
