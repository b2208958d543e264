// Fails when the contracts break what a base promised. See docs/contracts.md.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NotComparable, copy, copyBase } from './base.mjs';
import { breaksIn } from './compare.mjs';
import { exceptionsOf, excuse } from './exceptions.mjs';
import { find } from './oasdiff.mjs';
import { report } from './report.mjs';

const usage = `contracts/gate [BASE] [--format text|markdown] [--report FILE] [--contracts DIRECTORY]

Compares the contracts with BASE: a git revision, a directory of contracts, or by default the last release.
Exits with 0 when they keep what it promised, 1 when they break it, 2 when they cannot be compared.
--report writes the Markdown into a file as well.
OASDIFF names the oasdiff to use; OASDIFF=docker runs it in a container.`;

/** Compares contracts with a base, see base.mjs: {breaking, excused, warnings, faults, notes, base}. */
export async function compare(base, contracts, today = new Date().toISOString().slice(0, 10)) {
  const directory = mkdtempSync(join(tmpdir(), 'contracts-'));
  try {
    const name = copyBase(base, contracts, join(directory, 'base'));
    copy(contracts, join(directory, 'current'));
    const inBase = exceptionsOf(join(directory, 'base'));
    const { findings, ...rest } = await breaksIn(directory, find(directory), today);
    return { base: name, ...rest, ...excuse(findings, exceptionsOf(contracts), inBase, today) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      contracts: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), '..') },
      report: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(usage);
  if (positionals.length > 1 || !['text', 'markdown'].includes(values.format)) throw new NotComparable(usage);
  const result = await compare(positionals[0], resolve(values.contracts));
  console.log(report(result, values.format));
  if (values.report) {
    mkdirSync(dirname(values.report), { recursive: true });
    writeFileSync(values.report, `${report(result, 'markdown')}\n`);
  }
  if (result.breaking.length + result.faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error instanceof NotComparable || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error);
    process.exitCode = 2;
  });
}
