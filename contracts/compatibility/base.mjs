// What the contracts are compared with: the last release, or what a git revision had.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

/** What a contract consists of; everything else in its directory is about it. */
export const parts = ['openapi', 'asyncapi', 'schemas'];

/** No comparison is possible; the message is for whoever ran it. */
export class NotComparable extends Error {}

/** Copies the documents below a contracts directory. */
export function copy(contracts, into) {
  mkdirSync(into, { recursive: true });
  for (const part of [...parts, 'exceptions.yaml'].filter((name) => existsSync(join(contracts, name)))) {
    cpSync(join(contracts, part), join(into, part), {
      recursive: true,
      filter: (path) => !apart.test(relative(contracts, path)) && (statSync(path).isDirectory() || extname(path) === '.yaml'),
    });
  }
}

/** What stands beside the documents, to generate code from them, is no part of them. */
const apart = /(^|\/)(node_modules|template)(\/|$)/;

/** Copies the base: a contracts directory, a git revision, or by default the last release. Answers with its name. */
export function copyBase(base, contracts, into) {
  if (base === undefined) return copyRelease(contracts, into);
  if (existsSync(join(base, 'openapi'))) {
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
  const wanted = [...parts, 'exceptions.yaml'].filter((part) => there.includes(part));
  mkdirSync(into, { recursive: true });
  if (wanted.length > 0) {
    const archive = join(into, 'base.tar');
    git('archive', '--output', archive, tree, ...wanted);
    execFileSync('tar', ['-xf', archive, '-C', into]);
  }
  return `${revision} (${fork.slice(0, 10)})`;
}

function attempt(command) {
  try {
    return command();
  } catch {
    return undefined;
  }
}

/** The names of the documents of a part, sorted; those of folders below it have the folder's name in front. */
export function documentsOf(tree, part) {
  const directory = join(tree, part);
  const names = existsSync(directory) ? readdirSync(directory, { recursive: true }) : [];
  return names.filter((name) => extname(name) === '.yaml' && !apart.test(name)).sort();
}
