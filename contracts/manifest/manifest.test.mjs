// Holds the manifest to its schema and to the documents beside it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { faultsOf } from './faults.mjs';

const contracts = join(dirname(fileURLToPath(import.meta.url)), '..');
const directory = mkdtempSync(join(tmpdir(), 'manifest-'));
after(() => rmSync(directory, { recursive: true }));
for (const part of ['openapi', 'asyncapi', 'schemas']) {
  cpSync(join(contracts, part), join(directory, part), { recursive: true, filter: (path) => !path.includes('node_modules') });
}

const faultsWith = (change) => {
  const manifest = parse(readFileSync(join(contracts, 'contracts.yaml'), 'utf8'));
  change(manifest.cases, manifest);
  writeFileSync(join(directory, 'contracts.yaml'), stringify(manifest));
  return faultsOf(directory);
};

test('finds no fault in the manifest', () => assert.deepEqual(faultsOf(contracts), []));

for (const [fault, change, says] of [
  ['a document nobody names', (cases) => delete cases.events, /^No contract names asyncapi\/cases-events\.yaml\.$/],
  ['a document that is not there', (cases) => (cases.versions.v3 = { ...cases.versions.v2, document: 'openapi/cases.v3.yaml' }), /^There is no openapi\/cases\.v3\.yaml\.$/],
  ['a document of another name', (cases) => (cases.versions.v2.document = 'openapi/cases.v1.yaml'), /^cases\.v2 has the document openapi\/cases\.v1\.yaml/],
  ['a property it does not know', (cases) => (cases.versions.v2.sunst = '2030-01-01'), /^cases\.versions\.v2 must NOT have additional properties \(sunst\)\.$/],
  ['no state', (cases) => delete cases.versions.v2.state, /^cases\.versions\.v2 must have required property 'state'\.$/],
  ['a state that is none', (cases) => (cases.versions.v2.state = 'old'), /^cases\.versions\.v2\.state must be equal to one of the allowed values/],
  ['an active version that ends', (cases) => (cases.versions.v2.sunset = '2030-01-01'), /^cases\.versions\.v2 is active and has an end\.$/],
  ['a deprecated version without an end', (cases) => delete cases.versions.v1.sunset, /^cases\.versions\.v1 must have required property 'sunset'\.$/],
  ['a date that is none', (cases) => (cases.versions.v1.sunset = 'soon'), /^cases\.versions\.v1\.sunset must match pattern/],
  ['another end than the document says', (cases) => (cases.versions.v1.sunset = '2027-07-30'), /^cases\.v1 ends on 2027-07-30, its document says 2027-06-30\.$/],
  ['a successor that is not active', (cases) => (cases.versions.v1.successor = 'v1'), /^cases\.v1 has the successor v1, which is not active\.$/],
  ['another major version', (cases) => (cases.versions.v3 = cases.versions.v2) && delete cases.versions.v2, /^cases\.v3 has the version 2\./],
  ['unmatched routes where it has no path', (cases) => (cases.versions.v2.unmatched = ['/api/v2/case']), /^cases\.v2 has no path below \/api\/v2\/case\.$/],
  ['unmatched routes that end with a slash', (cases) => (cases.versions.v2.unmatched = ['/api/v2/']), /^cases\.versions\.v2\.unmatched\.0 must match pattern/],
  ['unmatched routes two answer for', (cases) => (cases.versions.v2.unmatched = ['/api/v1/cases']), /^Two documents have the unmatched \/api\/v1\/cases\.$/],
  ['an operation that moved and is not there', (cases) => (cases.versions.v1.moved[0].from = 'PUT /api/v1/cases/{id}/status'), /^cases\.v1 has no operation PUT \/api\/v1\/cases\/\{id\}\/status that could have moved\.$/],
  ['a version that ends and is not named by its paths', (cases) => (cases.versions.v4 = cases.versions.v1), /^cases\.v4 ends, so its paths begin with \/api\/v4\/, unlike \/api\/v1\/cases\.$/],
  ['an operation two documents have', (cases) => (cases.versions.v3 = cases.versions.v2), /^cases\.v2 and cases\.v3 both have GET \/api\/v2\/cases\/\{case_id\}\.$/],
  ['an address two have', (cases) => (cases.versions.v2.address = '/openapi/v1'), /^Two documents have the address \/openapi\/v1\.$/],
  ['a tag without an audience', (cases) => cases.versions.v2.audience.people.pop(), /^cases\.v2: the audience of Participants is not named\.$/],
  ['a tag with two audiences', (cases) => cases.versions.v2.audience.people.push('Events'), /^cases\.v2: Events has two audiences\.$/],
  ['a tag no operation has', (cases) => cases.versions.v2.audience.people.push('Teams'), /^cases\.v2: no operation has the tag Teams\.$/],
  ['an aggregate that is not named', (cases) => (cases.events.aggregates = []), /^cases-events: the aggregate case is not named\.$/],
  ['an aggregate without events', (cases) => cases.events.aggregates.push('team'), /^cases-events: no event is about the aggregate team\.$/],
  ['a contract that promises nothing', (_, manifest) => (manifest.teams = { title: 'Teams', owner: 'teams' }), /^teams must have required property 'versions'\.$/],
]) {
  test(`finds ${fault}`, () => {
    const faults = faultsWith(change);
    assert.ok(faults.some((each) => says.test(each)), faults.join('\n'));
  });
}

test('fails the lint', () => {
  faultsWith((cases) => delete cases.events);
  const { status, stderr } = spawnSync('node', [join(contracts, 'lint', 'lint.mjs'), directory], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^contracts\.yaml: No contract names asyncapi\/cases-events\.yaml\.$/m);
});
