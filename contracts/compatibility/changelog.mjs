// Tells what changed in the contracts since a base, as Markdown.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotComparable, copy, copyBase, documentsOf, parts } from './base.mjs';
import { changesIn } from './compare.mjs';
import { read } from './documents.mjs';
import { find } from './oasdiff.mjs';
import { told } from './report.mjs';

/** The changes since a base, see base.mjs: a section for each document, a line for each change. */
export async function changelog(base, contracts) {
  const directory = mkdtempSync(join(tmpdir(), 'contracts-'));
  try {
    copyBase(base, contracts, join(directory, 'base'));
    copy(contracts, join(directory, 'current'));
    const versions = parts.flatMap((part) => versionsOf(directory, part));
    const changes = await changesIn(directory, find(directory));
    return versions.map((entry) => section(entry, changes.filter(({ document }) => document === entry.document))).join('\n');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function versionsOf(directory, part) {
  const [base, current] = ['base', 'current'].map((tree) => documentsOf(join(directory, tree), part));
  const version = (tree, name) => read(join(directory, tree, part, name)).info.version;
  return [...new Set([...base, ...current])].sort().map((name) => ({
    document: basename(name, '.yaml'),
    before: base.includes(name) ? version('base', name) : undefined,
    after: current.includes(name) ? version('current', name) : undefined,
  }));
}

function section({ document, before, after }, changes) {
  const title = `### ${document} ${after ?? 'removed'}`;
  if (!before) return `${title}\n\n- New.\n`;
  const lines = changes.map((change) => `- ${change.level === 3 ? '**Breaking.** ' : ''}${change.name}: ${told(change)}`);
  return `${title}\n\n${[...new Set(lines)].join('\n') || '- No change a client sees.'}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const contracts = join(dirname(fileURLToPath(import.meta.url)), '..');
  try {
    console.log(await changelog(process.argv[2], contracts));
  } catch (error) {
    console.error(error instanceof NotComparable ? error.message : error);
    process.exitCode = 2;
  }
}
