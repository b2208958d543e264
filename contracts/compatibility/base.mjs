// What the contracts are compared with: the last release, or what a git revision had.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The folders of documents, each document in one file. */
export const parts = ['openapi', 'asyncapi'];

/** No comparison is possible; the message is for whoever ran it. */
export class NotComparable extends Error {}

/** Where a contracts directory, or that of a release, has its documents as clients get them. */
export function bundledIn(contracts) {
  return existsSync(join(contracts, 'bundled')) ? join(contracts, 'bundled') : contracts;
}

/** Copies the documents of a contracts directory, and its exceptions. */
export function copy(contracts, into) {
  mkdirSync(into, { recursive: true });
  const bundled = bundledIn(contracts);
  for (const part of parts.filter((name) => existsSync(join(bundled, name)))) {
    cpSync(join(bundled, part), join(into, part), { recursive: true });
  }
  if (existsSync(join(contracts, 'exceptions.yaml'))) cpSync(join(contracts, 'exceptions.yaml'), join(into, 'exceptions.yaml'));
}

/** Copies the base: a contracts directory, a git revision, or by default the last release. Answers with its name. */
export function copyBase(base, contracts, into) {
  if (base === undefined) return copyRelease(contracts, into);
  if (parts.some((part) => existsSync(join(bundledIn(base), part)))) {
    copy(base, into);
    return base;
  }
  return copyRevision(base, contracts, into);
}

function copyRelease(contracts, into) {
  if (!existsSync(join(contracts, 'released', 'openapi'))) {
    throw new NotComparable(
      'There is no released contract to compare with: contracts/released is empty.\n' +
        'Compare with a git revision (contracts/gate main), or freeze the first release (contracts/freeze).',
    );
  }
  copy(join(contracts, 'released'), into);
  return 'the last release';
}

/** What the work builds on: where the history of HEAD left that of the revision. */
function copyRevision(revision, contracts, into) {
  const gitIn = (directory) => (...args) => execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
  const root = attempt(() => gitIn(contracts)('rev-parse', '--show-toplevel'));
  const commit = root && attempt(() => gitIn(root)('rev-parse', '--verify', '--quiet', `${revision}^{commit}`));
  if (!commit) throw new NotComparable(`${revision} is neither a directory of contracts nor a git revision known here.`);
  const git = gitIn(root);
  const fork = attempt(() => git('merge-base', 'HEAD', commit)) ?? commit;
  const tree = `${fork}:${gitIn(contracts)('rev-parse', '--show-prefix')}`;
  const there = attempt(() => git('ls-tree', '--name-only', tree).split('\n')) ?? [];
  if (!there.includes('bundled')) throw new NotComparable(`${revision} has no contracts/bundled: compare with the last release.`);
  const checkout = join(into, 'checkout');
  mkdirSync(checkout, { recursive: true });
  const archive = join(checkout, 'base.tar');
  git('archive', '--output', archive, tree, ...['bundled', 'exceptions.yaml'].filter((name) => there.includes(name)));
  execFileSync('tar', ['-xf', archive, '-C', checkout]);
  copy(checkout, into);
  return `${revision} (${fork.slice(0, 10)})`;
}

function attempt(command) {
  try {
    return command();
  } catch {
    return undefined;
  }
}

/** The names of the documents of a part, sorted. */
export function documentsOf(tree, part) {
  const directory = join(tree, part);
  const names = existsSync(directory) ? readdirSync(directory) : [];
  return names.filter((name) => extname(name) === '.yaml').sort();
}
