// A contract more takes its documents and its entry in the manifest, and nothing else: shown on a copy of the contracts.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { bundle } from './bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const contracts = join(here, '..');
const copy = mkdtempSync(join(tmpdir(), 'second-'));
after(() => rmSync(copy, { recursive: true }));
for (const part of ['openapi', 'asyncapi', 'schemas', 'bundled', 'contracts.yaml']) {
  cpSync(join(contracts, part), join(copy, part), { recursive: true, filter: (path) => !/node_modules|template/.test(path) });
}
cpSync(join(copy, 'bundled'), join(copy, 'released'), { recursive: true });
const untouched = ['openapi/cases.v2.yaml', 'openapi/cases.v1.yaml', 'asyncapi/cases-events.yaml'].map((name) => [name, bundled(name)]);
for (const part of ['openapi', 'asyncapi', 'schemas']) cpSync(join(here, 'example', part), join(copy, part), { recursive: true });
appendFileSync(join(copy, 'contracts.yaml'), readFileSync(join(here, 'example', 'contracts.yaml')));

function bundled(name) {
  return readFileSync(join(copy, 'bundled', name), 'utf8');
}

const run = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' });

test('is linted', () => {
  const { status, stdout, stderr } = run('node', join(contracts, 'lint', 'lint.mjs'), copy);
  assert.equal(status, 0, stdout + stderr);
  assert.match(stderr, /openapi\/rotas\.v1\.yaml: validated[^]*asyncapi\/rotas-events\.yaml: validated/);
});

test('is bundled beside the others, with what all share', () => {
  bundle(copy, join(copy, 'bundled'));
  const api = parse(bundled('openapi/rotas.v1.yaml'));
  assert.deepEqual(Object.keys(api.components.schemas).sort(), ['CorrelationId', 'FieldError', 'FieldErrorCode', 'Problem', 'Rota', 'RotaId']);
  assert.equal(api.paths['/api/v1/rotas/{rota_id}'].get.responses['401'].$ref, '#/components/responses/AuthenticationRequired');
  assert.ok(parse(bundled('asyncapi/rotas-events.yaml')).components.schemas.RotaCreatedV1);
  for (const [name, text] of untouched) assert.equal(bundled(name), text, name);
});

test('passes the gate, and is told as new', () => {
  const gate = run(join(contracts, 'gate'), '--contracts', copy);
  assert.equal(gate.status, 0, gate.stdout + gate.stderr);
  const frozen = run(join(contracts, 'freeze'), copy);
  assert.equal(frozen.status, 0, frozen.stderr);
  const changes = readFileSync(join(copy, 'released', 'CHANGELOG.md'), 'utf8');
  assert.match(changes, /### rotas\.v1 1\.0\.0\n\n- New\.\n[^]*### rotas-events 1\.0\.0\n\n- New\./);
  assert.match(readFileSync(join(copy, 'released', 'release.yaml'), 'utf8'), /rotas\.v1: 1\.0\.0/);
});
