// Reads the manifest of contracts, contracts.yaml.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The manifest of a contracts directory as it is written: by the name of the contract. */
export function manifestOf(contracts) {
  return parse(readFileSync(join(contracts, 'contracts.yaml'), 'utf8'));
}

/**
 * Its documents, in its order: [{name, document, contract, version, ...}] with what the manifest says of each. The name is
 * the one of the file; events have no version.
 */
export function documentsIn(manifest) {
  return Object.entries(manifest).flatMap(([contract, { versions = {}, events }]) => [
    ...Object.entries(versions).map(([version, entry]) => ({ ...entry, name: `${contract}.${version}`, contract, version })),
    ...(events ? [{ ...events, name: `${contract}-events`, contract }] : []),
  ]);
}
