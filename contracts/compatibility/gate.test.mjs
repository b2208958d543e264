// Holds the gate to the tables of changes, and to what it says of exceptions and bases.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { read, write } from './documents.mjs';
import { compare } from './gate.mjs';
import { apply } from './patch.mjs';
import { report } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const contracts = join(here, '..');

for (const table of ['http', 'events']) {
  for (const row of read(join(here, 'changes', `${table}.yaml`))) {
    test(`${row.breaks ? 'breaks' : 'harmless'}: ${row.change}`, () => withTrees(row, holdsTo(row)));
  }
}

function holdsTo({ breaks }) {
  return async (base, changed) => {
    const result = await compare(base, changed);
    const text = report(result, 'text');
    assert.deepEqual([...new Set(result.breaking.map(({ id }) => id))].sort(), (breaks?.rules ?? []).toSorted(), text);
    assert.deepEqual(result.warnings, [], text);
    for (const rule of breaks?.rules ?? []) assert.ok(text.includes(rule), text);
    for (const operation of breaks?.operations ?? []) assert.ok(text.includes(operation), text);
  };
}

/** The base and the changed contracts as directories: today's, with nothing but the document of the row and the schemas. */
async function withTrees({ document, before = [], patch }, check) {
  const directory = mkdtempSync(join(tmpdir(), 'changes-'));
  try {
    const [base, changed] = ['base', 'changed'].map((name) => tree(join(directory, name), document));
    patchIn(base, document, before);
    patchIn(changed, document, [...before, ...patch]);
    await check(base, changed);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function tree(directory, document) {
  cpSync(join(contracts, 'schemas'), join(directory, 'schemas'), { recursive: true });
  const documents = usersOf(document);
  for (const name of documents.filter((each) => existsSync(join(contracts, each)))) {
    cpSync(join(contracts, name), join(directory, name));
  }
  mkdirSync(join(directory, 'openapi'), { recursive: true });
  return directory;
}

/** The documents that show a change: of a schema, those that use it. */
function usersOf(document) {
  if (document.startsWith('schemas/events/')) return ['asyncapi/case-events.yaml'];
  return document.startsWith('schemas/') ? ['openapi/case-service.v2.yaml'] : [document];
}

function patchIn(directory, document, patch) {
  const file = join(directory, document);
  if (patch.length === 0) return;
  if (patch.some((step) => step.delete)) return rmSync(file);
  const original = existsSync(join(contracts, document)) ? read(join(contracts, document)) : {};
  write(file, apply(patch, original));
}
