// The names of generated types: one that is gone breaks the code that uses it, though nothing on the wire changed.

import { operations, read } from './documents.mjs';

/**
 * Findings in the shape of oasdiff's, for every type of the base that an operation uses which lives on. What only ended
 * operations used may go with them.
 */
export function compareTypes(baseFile, currentFile) {
  const [base, current] = [baseFile, currentFile].map(read);
  const kept = new Set([...typesOf(current, current), ...Object.keys(current.components?.schemas ?? {})]);
  const alive = new Set(operations(current).map(({ method, path }) => `${method} ${path}`));
  return operations(base)
    .filter(({ method, path }) => alive.has(`${method} ${path}`))
    .flatMap(({ method, path, operation, item }) =>
      [...typesOf([operation, item.parameters], base)]
        .filter((type) => !kept.has(type))
        .map((type) => ({
          id: 'type-removed',
          text: `there is no type \`${type}\` any more`,
          level: 3,
          operation: method,
          path,
          operationId: operation.operationId,
        })),
    );
}

/** The names of the schemas a node leads to in its document, and of those that carry x-type, as events do. */
function typesOf(node, document, names = new Set()) {
  if (node === null || typeof node !== 'object') return names;
  if (typeof node['x-type'] === 'string') names.add(node['x-type']);
  const [, section, name] = String(node.$ref ?? '').match(/^#\/components\/([^/]+)\/([^/]+)$/) ?? [];
  if (section === 'schemas' && names.has(name)) return names;
  if (section === 'schemas') names.add(name);
  if (section) typesOf(document.components?.[section]?.[name], document, names);
  Object.values(node).forEach((inner) => typesOf(inner, document, names));
  return names;
}
