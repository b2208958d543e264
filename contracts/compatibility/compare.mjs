// Compares two trees of contracts, document by document.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentsOf, parts } from './base.mjs';
import { compareBounds } from './bounds.mjs';
import { compareCredentials } from './credentials.mjs';
import { operations, read, write } from './documents.mjs';
import { asOpenApi } from './events.mjs';
import { grantWhatWasAnnounced } from './grants.mjs';
import { run } from './oasdiff.mjs';
import { compareTypes } from './types.mjs';

const severityLevels = join(dirname(fileURLToPath(import.meta.url)), 'severity-levels.txt');
const notice = ['--deprecation-days-stable', '180', '--deprecation-days-beta', '180'];
const warning = 2;
const error = 3;

/**
 * What breaks between the trees base and current below a directory, where it also writes what it needs:
 * {findings, warnings, notes}. The base is changed.
 */
export async function breaksIn(directory, oasdiff, today) {
  const [base, current] = ['base', 'current'].map((tree) => join(directory, tree));
  for (const part of parts) {
    const shared = documentsOf(base, part).filter((name) => existsSync(join(current, part, name)));
    shared.forEach((name) => grantWhatWasAnnounced(base, current, join(part, name), today));
  }
  const findings = await compareTrees(directory, oasdiff, 'breaking');
  const newEvents = documentsOf(current, 'asyncapi').length > 0 && documentsOf(base, 'asyncapi').length === 0;
  return {
    findings: findings.filter(({ level }) => level >= error),
    warnings: findings.filter(({ level }) => level === warning),
    notes: newEvents ? ['The base has no AsyncAPI document: every event of today is new.'] : [],
  };
}

/** All differences between the trees, harmless or not. */
export function changesIn(directory, oasdiff) {
  return compareTrees(directory, oasdiff, 'changelog');
}

async function compareTrees(directory, oasdiff, command) {
  const [base, current] = ['base', 'current'].map((tree) => join(directory, tree));
  const levels = join(directory, 'levels.txt');
  writeFileSync(levels, readFileSync(severityLevels, 'utf8').replaceAll(/^(#.*)?\n/gm, ''));
  const pairs = [...pairsOf(base, current, 'openapi'), ...pairsOf(base, current, 'asyncapi').map(projected)];
  const options = ['--format', 'json', '--severity-levels', levels, ...notice, ...(command === 'breaking' ? ['--fail-on', 'ERR'] : [])];
  const results = await Promise.all(pairs.map((pair) => comparePair(pair, oasdiff, [command, pair.before, pair.after, ...options])));
  return results.flat();
}

/** The documents of both trees. What the base lacks promised nothing; what is gone is compared with emptiness. */
function pairsOf(base, current, part) {
  return documentsOf(base, part).map((name) => {
    const [before, after] = [base, current].map((tree) => join(tree, part, name));
    if (!existsSync(after)) writeEmpty(after, read(before), part);
    return { document: basename(name, '.yaml'), before, after, ofEvents: part === 'asyncapi' };
  });
}

function writeEmpty(file, { openapi, asyncapi, info }, part) {
  write(file, part === 'openapi' ? { openapi, info, paths: {} } : { asyncapi, info, channels: {} });
}

function projected({ before, after, ...pair }) {
  const [from, to] = [before, after].map((file) => {
    write(`${file}.json`, asOpenApi(file));
    return `${file}.json`;
  });
  return { ...pair, before: from, after: to };
}

async function comparePair({ document, before, after, ofEvents }, oasdiff, args) {
  const found = JSON.parse(await run(oasdiff, args));
  const unseen = [compareBounds, compareTypes, compareCredentials].flatMap((comparison) => comparison(before, after));
  return [...found, ...unseen]
    .filter((finding) => !addsAWayIn(finding, before))
    .map((finding) => ({ ...finding, document, ofEvents, ...place(finding, ofEvents) }));
}

/** A credential accepted beside others, as opposed to the first one an open operation asks for. */
function addsAWayIn({ id, path, operation }, before) {
  if (id !== 'api-security-added') return false;
  const document = read(before);
  const entry = operations(document).find((candidate) => candidate.path === path && candidate.method === operation);
  return (entry?.operation.security ?? document.security ?? []).length > 0;
}

function place({ operationId, operation, path, revisionSource, section }, ofEvents) {
  if (!path) return { name: section ?? 'components', where: 'components' };
  if (ofEvents) {
    const [, direction, address, message] = path.match(/^\/(published|consumed)\/(.*)\/([^/]*)$/);
    return { name: `${address} ${message}`, where: `event ${message} ${direction} on ${address}` };
  }
  return { name: operationId, where: `${operationId}, ${operation} ${path}`, line: revisionSource?.line };
}
