// What is wrong with the manifest of contracts: in itself, and beside the documents it names.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { follow, operations, read, writtenOut } from '../compatibility/documents.mjs';
import { documentsIn, manifestOf } from './manifest.mjs';

const schema = parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'schema.yaml'), 'utf8'));

/** Sentences, none if the manifest of this contracts directory fits it. */
export function faultsOf(contracts) {
  const manifest = manifestOf(contracts);
  const misshapen = faultsOfShape(manifest);
  if (misshapen.length > 0) return misshapen;
  const documents = documentsIn(manifest);
  return [
    ...faultsOfFiles(contracts, documents),
    ...faultsOfAddresses(documents),
    ...documents.filter(({ document }) => existsSync(join(contracts, document))).flatMap((entry) => faultsOfDocument(contracts, entry)),
    ...faultsOfOperations(contracts, documents),
    ...documents.flatMap((entry) => faultsOfSuccessor(entry, manifest[entry.contract].versions ?? {})),
  ];
}

function faultsOfShape(manifest) {
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false, verbose: true }).compile(schema);
  if (validate(manifest)) return [];
  return validate.errors
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, message, params, parentSchema }) => {
      const place = instancePath.slice(1).replaceAll('/', '.') || 'the manifest';
      const detail = Object.values(params).filter((value) => typeof value === 'string' && !message.includes(value));
      return `${place} ${parentSchema.not?.description ?? message}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}.`;
    });
}

/** Every document has an entry, and every entry its document. */
function faultsOfFiles(contracts, documents) {
  const named = documents.map(({ document }) => document);
  const there = ['openapi', 'asyncapi'].flatMap((part) =>
    (existsSync(join(contracts, part)) ? readdirSync(join(contracts, part)) : [])
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${part}/${name}`),
  );
  return [
    ...documents
      .filter(({ name, document }) => !document.endsWith(`/${name}.yaml`))
      .map(({ name, document }) => `${name} has the document ${document}, which is called like another one.`),
    ...named.filter((document) => !there.includes(document)).map((document) => `There is no ${document}.`),
    ...there.filter((document) => !named.includes(document)).map((document) => `No contract names ${document}.`),
  ];
}

function faultsOfAddresses(documents) {
  return ['unmatched', 'address', 'slug'].flatMap((key) => {
    const values = documents.flatMap((entry) => entry[key] ?? []);
    const twice = values.filter((value, index) => values.indexOf(value) < index);
    return twice.map((value) => `Two documents have the ${key} ${value}.`);
  });
}

/** A method and a path belong to one document, whatever the variables are called. */
function faultsOfOperations(contracts, documents) {
  const owners = new Map();
  return documents
    .filter(({ version, document }) => version && existsSync(join(contracts, document)))
    .flatMap(({ name, document }) => operations(read(join(contracts, document)), join(contracts, document)).map(({ method, path }) => ({ name, method, path })))
    .flatMap(({ name, method, path }) => {
      const operation = `${method} ${shapeOf(path)}`;
      const owner = owners.get(operation);
      owners.set(operation, owner ?? name);
      return owner && owner !== name ? [`${owner} and ${name} both have ${method} ${path}.`] : [];
    });
}

const shapeOf = (path) => path.replace(/\{[^}]*\}/g, '{}');

function faultsOfSuccessor({ name, successor }, versions) {
  return successor && versions[successor]?.state !== 'active' ? [`${name} has the successor ${successor}, which is not active.`] : [];
}

function faultsOfDocument(contracts, entry) {
  const file = join(contracts, entry.document);
  return entry.version ? faultsOfApi(read(file), file, entry) : faultsOfEvents(read(file), file, entry);
}

function faultsOfApi(document, file, { name, version, state, audience, sunset, unmatched = [], moved = [] }) {
  const all = operations(document, file);
  const tags = Object.values(audience).flat();
  const used = [...new Set(all.flatMap(({ operation }) => operation.tags ?? []))];
  const endings = [...new Set(all.filter(({ operation }) => operation.deprecated).map(({ operation }) => operation['x-sunset']))];
  return [
    ...(document.info.version.startsWith(`${version.slice(1)}.`) ? [] : [`${name} has the version ${document.info.version}.`]),
    ...unmatched
      .filter((start) => !all.some(({ path }) => `${shapeOf(path)}/`.startsWith(`${shapeOf(start)}/`)))
      .map((start) => `${name} has no path below ${start}.`),
    ...all
      .filter(({ path }) => state !== 'active' && path.startsWith('/api/') && !path.startsWith(`/api/${version}/`))
      .map(({ path }) => `${name} ends, so its paths begin with /api/${version}/, unlike ${path}.`),
    ...moved
      .filter(({ from }) => !all.some(({ method, path }) => `${method} ${shapeOf(path)}` === shapeOf(from)))
      .map(({ from }) => `${name} has no operation ${from} that could have moved.`),
    ...used.filter((tag) => !tags.includes(tag)).map((tag) => `${name}: the audience of ${tag} is not named.`),
    ...tags.filter((tag) => !used.includes(tag)).map((tag) => `${name}: no operation has the tag ${tag}.`),
    ...tags.filter((tag, index) => tags.indexOf(tag) < index).map((tag) => `${name}: ${tag} has two audiences.`),
    ...endings
      .filter((end) => sunset && end !== sunset)
      .map((end) => `${name} ends on ${sunset}, its document says ${end}.`),
  ];
}

function faultsOfEvents(document, file, { name, aggregates }) {
  const sent = Object.values(document.operations ?? {}).filter(({ action }) => action === 'send');
  const told = new Set(
    sent
      .map(({ channel }) => follow(channel, file).node)
      .flatMap(({ messages }) => Object.values(messages))
      .map((message) => writtenOut(message, file).payload.properties.aggregate_type.const),
  );
  return [
    ...[...told].filter((type) => !aggregates.includes(type)).map((type) => `${name}: the aggregate ${type} is not named.`),
    ...aggregates.filter((type) => !told.has(type)).map((type) => `${name}: no event is about the aggregate ${type}.`),
  ];
}
