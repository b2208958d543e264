// Reads contract documents and follows their references, into other files as well.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve as resolvePath } from 'node:path';
import { parse } from 'yaml';

const byFile = new Map();
const byText = new Map();

/** The document in a YAML or JSON file. It is read-only: equal files share it. */
export function read(file) {
  if (!byFile.has(file)) {
    const text = readFileSync(file, 'utf8');
    if (!byText.has(text)) byText.set(text, text.startsWith('{') ? JSON.parse(text) : parse(text));
    byFile.set(file, byText.get(text));
  }
  return byFile.get(file);
}

/** Writes a document as JSON, which is YAML as well. */
export function write(file, document) {
  writeFileSync(file, JSON.stringify(document));
  byFile.set(file, document);
}

/** The node a reference leads to in the end, and the file it stands in. A node that refers to nothing is its own end. */
export function follow(node, file) {
  const references = new Set();
  while (typeof node?.$ref === 'string') {
    const [path, pointer = ''] = node.$ref.split('#');
    if (path) file = resolvePath(dirname(file), path);
    if (references.has(`${file}#${pointer}`)) throw new Error(`${file}: ${node.$ref} refers to itself`);
    references.add(`${file}#${pointer}`);
    const target = at(read(file), pointer);
    if (target === undefined) throw new Error(`${file}: ${node.$ref} leads nowhere`);
    node = target;
  }
  return { node, file };
}

function at(document, pointer) {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((node, part) => node?.[part], document);
}

/** The node with everything it refers to written out in its place. */
export function writtenOut(node, file, within = []) {
  if (Array.isArray(node)) return node.map((item) => writtenOut(item, file, within));
  if (node === null || typeof node !== 'object') return node;
  const { $ref, ...siblings } = node;
  if (typeof $ref !== 'string') {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, writtenOut(value, file, within)]));
  }
  const target = follow(node, file);
  if (within.includes(target.node)) throw new Error(`${file}: ${$ref} contains itself`);
  const inner = writtenOut(target.node, target.file, [...within, target.node]);
  return { ...inner, ...writtenOut(siblings, file, within) };
}

/** The operations of an OpenAPI document: [{path, method, operation, item}]. Given its file, paths may stand in others. */
export function operations(document, file) {
  const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
  return Object.entries(document.paths ?? {}).flatMap(([path, entry]) => {
    const item = file ? follow(entry, file).node : entry;
    return methods
      .filter((method) => item[method])
      .map((method) => ({ path, method: method.toUpperCase(), operation: item[method], item }));
  });
}
