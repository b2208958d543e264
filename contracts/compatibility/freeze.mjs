// Makes today's contracts the released ones: contracts/released, what the gate compares with from now on.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { NotComparable, bundledIn, copy, documentsOf, parts } from './base.mjs';
import { changelog } from './changelog.mjs';
import { read } from './documents.mjs';
import { compare } from './gate.mjs';
import { report } from './report.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
const contracts = resolve(positionals[0] ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
const bundled = bundledIn(contracts);
const released = join(contracts, 'released');
const today = new Date().toISOString().slice(0, 10);

async function freeze() {
  const first = !existsSync(join(released, 'openapi'));
  if (isReleased()) return console.log('The contracts are those of the last release.');
  if (values.check) throw new NotComparable('The contracts are not those of the last release: run contracts/freeze and commit.');
  if (!first) {
    await refuseBreaks();
    refuseOldVersions();
  }
  const changes = first ? 'The first release.\n' : await changelog(undefined, contracts);
  for (const part of parts) rmSync(join(released, part), { recursive: true, force: true });
  copy(contracts, released);
  rmSync(join(released, 'exceptions.yaml'), { force: true });
  const versions = versionsOf(bundled);
  writeFileSync(join(released, 'release.yaml'), stringify({ released: today, versions }));
  writeChangelog(changes);
  emptyExceptions();
  console.log(`Released on ${today}: ${Object.entries(versions).map((entry) => entry.join(' ')).join(', ')}.`);
}

function isReleased() {
  const files = new Set([bundled, released].flatMap(filesIn));
  return [...files].every((file) => text(bundled, file) === text(released, file));
}

async function refuseBreaks() {
  const result = await compare(undefined, contracts);
  if (result.breaking.length + result.faults.length > 0) throw new NotComparable(report(result, 'text'));
}

/** A document that changed in any way has a greater version than the released one. */
function refuseOldVersions() {
  const before = versionsOf(released);
  for (const [document, version] of Object.entries(versionsOf(bundled))) {
    if (before[document] && changed(document) && !greater(version, before[document])) {
      throw new NotComparable(`${document} changed and is still ${version}: raise info.version (released: ${before[document]}).`);
    }
  }
}

function changed(document) {
  const [file] = filesIn(bundled).filter((name) => basename(name, '.yaml') === document);
  return text(bundled, file) !== text(released, file);
}

function filesIn(tree) {
  return parts.flatMap((part) => documentsOf(tree, part).map((name) => join(part, name)));
}

function text(tree, file) {
  return existsSync(join(tree, file)) ? readFileSync(join(tree, file), 'utf8') : '';
}

function greater(version, other) {
  const [numbers, others] = [version, other].map((each) => each.split('.').map(Number));
  const index = numbers.findIndex((number, position) => number !== others[position]);
  return index >= 0 && numbers[index] > others[index];
}

function versionsOf(tree) {
  return Object.fromEntries(filesIn(tree).map((file) => [basename(file, '.yaml'), read(join(tree, file)).info.version]));
}

function writeChangelog(changes) {
  const file = join(released, 'CHANGELOG.md');
  const older = existsSync(file) ? readFileSync(file, 'utf8').replace(/^# .*\n+/, '') : '';
  mkdirSync(released, { recursive: true });
  writeFileSync(file, `# Changes of the contracts\n\n## ${today}\n\n${changes}\n${older}`.trimEnd() + '\n');
}

/** What was excused is released now, and no difference any more. */
function emptyExceptions() {
  const file = join(contracts, 'exceptions.yaml');
  if (!existsSync(file)) return;
  const all = readFileSync(file, 'utf8');
  writeFileSync(file, `${all.slice(0, all.search(/^exceptions:/m))}exceptions: []\n`);
}

freeze().catch((error) => {
  console.error(error instanceof NotComparable ? error.message : error);
  process.exitCode = 1;
});
