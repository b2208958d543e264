// Holds the gate to the tables of changes, and to what it says of exceptions and bases.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { read, write } from './documents.mjs';
import { compare } from './gate.mjs';
import { apply } from './patch.mjs';
import { report } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const contracts = join(here, '..');
const bundled = join(contracts, 'bundled');

for (const table of ['http', 'events']) {
  describe(table, { concurrency: 2 }, () => {
    for (const row of read(join(here, 'changes', `${table}.yaml`))) {
      test(`${row.breaks ? 'breaks' : 'harmless'}: ${row.change}`, () => withTrees(row, holdsTo(row)));
    }
  });
}

describe('the command', () => {
  const shorterTitles = {
    document: 'openapi/cases.v2.yaml',
    patch: [{ set: ['components', 'schemas', 'CreateCaseRequest', 'properties', 'title', 'maxLength'], to: 100 }],
  };
  const exception = {
    document: 'cases.v2',
    operation: 'createCase',
    rule: 'request-property-max-length-decreased',
    reason: 'Nobody ever sent longer titles.',
    until: '9999-12-31',
  };
  const gate = (...args) => spawnSync(join(contracts, 'gate'), args, { encoding: 'utf8' });
  const excusing = (base, changed, exceptions) => {
    writeFileSync(join(changed, 'exceptions.yaml'), JSON.stringify({ exceptions }));
    return gate(base, '--contracts', changed);
  };

  test('exits with 0 when nothing is broken', () =>
    withTrees({ ...shorterTitles, patch: [] }, (base, changed) => {
      const { status, stdout } = gate(base, '--contracts', changed);
      assert.equal(status, 0, stdout);
      assert.match(stdout, /The contracts keep what .* promised\./);
    }));

  test('exits with 1 and says where, what, whom it breaks and what to do instead', () =>
    withTrees(shorterTitles, (base, changed) => {
      const { status, stdout } = gate(base, '--contracts', changed);
      assert.equal(status, 1, stdout);
      for (const part of [/where +createCase, POST/, /what +.*maxLength/, /breaks +whoever sends/, /instead +\S/, /rule +request-/]) {
        assert.match(stdout, part);
      }
    }));

  test('writes Markdown for a comment', () =>
    withTrees(shorterTitles, (base, changed) => {
      const { status, stdout } = gate(base, '--contracts', changed, '--format', 'markdown');
      assert.equal(status, 1, stdout);
      assert.match(stdout, /^## Contracts\n\n\*\*1 breaking change/);
    }));

  test('lets an exception pass that has a reason and a day', () =>
    withTrees(shorterTitles, (base, changed) => {
      const { status, stdout } = excusing(base, changed, [exception]);
      assert.equal(status, 0, stdout);
      assert.match(stdout, /Excused until 9999-12-31: createCase.*Nobody ever sent longer titles/);
    }));

  for (const [fault, exceptions, says] of [
    ['that is over', [{ ...exception, until: '2026-01-01' }], /ended on 2026-01-01/],
    ['without a reason', [{ ...exception, reason: ' ' }], /has no reason/],
    ['with a date that is none', [{ ...exception, until: 'soon' }], /until is no date/],
    ['that excuses nothing', [exception, { ...exception, operation: 'listCases' }], /of listCases .* excuses nothing/],
  ]) {
    test(`fails on an exception ${fault}`, () =>
      withTrees(shorterTitles, (base, changed) => {
        const { status, stdout } = excusing(base, changed, exceptions);
        assert.equal(status, 1, stdout);
        assert.match(stdout, says);
      }));
  }

  test('keeps an exception the base has already', () =>
    withTrees({ ...shorterTitles, patch: [] }, (base, changed) => {
      writeFileSync(join(base, 'exceptions.yaml'), JSON.stringify({ exceptions: [exception] }));
      const { status, stdout } = excusing(base, changed, [exception]);
      assert.equal(status, 0, stdout);
    }));

  test('compares with where a branch left a git revision', () =>
    withTrees(shorterTitles, (base, changed) => {
      const git = (...args) => execFileSync('git', ['-C', base, '-c', 'user.name=a', '-c', 'user.email=a@localhost', ...args], { stdio: 'pipe' });
      mkdirSync(join(base, 'bundled'));
      renameSync(join(base, 'openapi'), join(base, 'bundled', 'openapi'));
      git('init', '--initial-branch', 'main');
      git('add', '.');
      git('commit', '--message', 'Promise');
      git('switch', '--create', 'work');
      cpSync(join(changed, 'openapi'), join(base, 'bundled', 'openapi'), { recursive: true });
      const { status, stdout } = gate('main', '--contracts', base);
      assert.equal(status, 1, stdout);
      assert.match(stdout, /createCase[^]*1 breaking change against main \([0-9a-f]{10}\)/);
    }));

  test('judges by its own severities, not by those beside the contracts it is given', () =>
    withTrees(shorterTitles, (base, changed) => {
      mkdirSync(join(changed, 'compatibility'));
      writeFileSync(join(changed, 'compatibility', 'severity-levels.txt'), `${exception.rule} none\n`);
      const { status, stdout } = gate(base, '--contracts', changed);
      assert.equal(status, 1, stdout);
    }));

  test('never passes when oasdiff says nothing', () =>
    withTrees(shorterTitles, (base, changed) => {
      const env = { ...process.env, OASDIFF: '/bin/false' };
      const { status, stderr } = spawnSync(join(contracts, 'gate'), [base, '--contracts', changed], { encoding: 'utf8', env });
      assert.equal(status, 2, stderr);
    }));

  test('exits with 2 when there is nothing to compare with, or nothing it can read', () =>
    withTrees({ ...shorterTitles, patch: [] }, (base, changed) => {
      assert.match(gate('--contracts', changed).stderr, /no released contract/);
      assert.equal(gate('--contracts', changed).status, 2);
      assert.match(gate('no-such-revision').stderr, /neither a directory of contracts nor a git revision/);
      writeFileSync(join(changed, 'openapi', 'cases.v2.yaml'), 'openapi: [');
      assert.equal(gate(base, '--contracts', changed).status, 2);
    }));

  test('says so when the base has no events yet', () =>
    withTrees({ document: 'asyncapi/cases-events.yaml', patch: [] }, (base, changed) => {
      rmSync(join(base, 'asyncapi'), { recursive: true });
      const { status, stdout } = gate(base, '--contracts', changed);
      assert.equal(status, 0, stdout);
      assert.match(stdout, /The base has no AsyncAPI document/);
    }));
});

describe('a release', () => {
  const unchanged = { document: 'openapi/cases.v2.yaml', patch: [] };
  const freeze = (tree) => spawnSync(join(contracts, 'freeze'), [tree], { encoding: 'utf8' });
  const rewrite = (tree, document, steps) => write(join(tree, document), apply(steps, read(join(bundled, document))));
  const title = (maxLength) => ({ set: ['components', 'schemas', 'CreateCaseRequest', 'properties', 'title', 'maxLength'], to: maxLength });

  test('is asked for until it is made, and made once', () =>
    withTrees(unchanged, (_, tree) => {
      const check = () => spawnSync(join(contracts, 'freeze'), ['--check', tree], { encoding: 'utf8' });
      assert.match(check().stderr, /run contracts\/freeze/);
      assert.equal(freeze(tree).status, 0);
      assert.equal(check().status, 0);
      assert.match(freeze(tree).stdout, /those of the last release/);
    }));

  test('is what the gate compares with from then on, and empties the exceptions', () =>
    withTrees(unchanged, (_, tree) => {
      writeFileSync(join(tree, 'exceptions.yaml'), '# how to\nexceptions: [{}]\n');
      assert.equal(freeze(tree).status, 0);
      assert.equal(readFileSync(join(tree, 'exceptions.yaml'), 'utf8'), '# how to\nexceptions: []\n');
      const { status, stdout } = spawnSync(join(contracts, 'gate'), ['--contracts', tree], { encoding: 'utf8' });
      assert.equal(status, 0, stdout);
      assert.match(stdout, /what the last release promised/);
    }));

  test('refuses to break the one before', () =>
    withTrees(unchanged, (_, tree) => {
      freeze(tree);
      rewrite(tree, 'openapi/cases.v2.yaml', [title(100), { set: ['info', 'version'], to: '2.1.0' }]);
      const { status, stderr } = freeze(tree);
      assert.equal(status, 1);
      assert.match(stderr, /BREAKING in cases.v2/);
    }));

  test('asks for a greater version of what changed, and tells the changes', () =>
    withTrees(unchanged, (_, tree) => {
      freeze(tree);
      rewrite(tree, 'openapi/cases.v2.yaml', [title(300)]);
      assert.match(freeze(tree).stderr, /cases.v2 changed and is still 2\.\d+\.0/);
      rewrite(tree, 'openapi/cases.v2.yaml', [title(300), { set: ['info', 'version'], to: '2.10.0' }]);
      assert.equal(freeze(tree).status, 0);
      assert.match(readFileSync(join(tree, 'released', 'CHANGELOG.md'), 'utf8'), /### cases.v2 2\.10\.0\n\n- .*createCase.*300/);
    }));
});

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

/** The base and the changed contracts as directories: today's, with nothing but the document of the row. */
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
  mkdirSync(join(directory, 'openapi'), { recursive: true });
  if (existsSync(join(bundled, document))) cpSync(join(bundled, document), join(directory, document));
  return directory;
}

function patchIn(directory, document, patch) {
  const file = join(directory, document);
  if (patch.length === 0) return;
  if (patch.some((step) => step.delete)) return rmSync(file, { force: true });
  const original = existsSync(join(bundled, document)) ? read(join(bundled, document)) : {};
  write(file, apply(patch, original));
}
