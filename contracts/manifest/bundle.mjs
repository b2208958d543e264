// Makes one document of each that the manifest names, with all it refers to: what clients get. Usage: bundle.mjs CONTRACTS TARGET

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { documentsIn, manifestOf } from './manifest.mjs';

const redocly = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.bin', 'redocly');

/** Text in blocks, and quotes wherever a reader of YAML 1.1 would take a string for something else. */
const asPeopleWriteIt = { schema: 'yaml-1.1', lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false };

/** The bound of an int64 is no number JavaScript can hold: the linter's bundle has its neighbour. */
const exactly = (_, value) => (value === 2 ** 63 ? 2n ** 63n - 1n : value);

/** Writes the bundles of a contracts directory below a target directory, by the names of their documents. */
export function bundle(contracts, target) {
  const documents = documentsIn(manifestOf(contracts)).map(({ document }) => document);
  const directory = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    execFileSync(redocly, ['bundle', ...documents, '--ext', 'json', '--output', directory], { cwd: contracts, stdio: 'pipe' });
    for (const document of documents) {
      const content = JSON.parse(readFileSync(join(directory, `${basename(document, '.yaml')}.json`), 'utf8'));
      mkdirSync(dirname(join(target, document)), { recursive: true });
      writeFileSync(join(target, document), stringify(content, exactly, asPeopleWriteIt));
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    bundle(...process.argv.slice(2));
  } catch (error) {
    console.error(error.stderr?.toString() || error);
    process.exitCode = 1;
  }
}
