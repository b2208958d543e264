// Walks two versions of an operation side by side.

import { follow } from './documents.mjs';

/**
 * Every schema both versions of an operation have, in pairs: {direction: request or response, name: where it stands, in
 * words, unseen: whether oasdiff does not look at it, as it is of a header or below the schema of a parameter, before, after}.
 */
export function* schemaPairs(before, after) {
  for (const [name, from, to] of parameterPairs(before, after)) {
    yield* below({ direction: 'request', name, from: schemaOf(from), to: schemaOf(to), isParameter: true });
  }
  yield* contents('request', 'request body', inside(before, 'requestBody'), inside(after, 'requestBody'));
  for (const status of Object.keys(before.operation.responses ?? {})) {
    const [from, to] = [before, after].map((version) => version.operation.responses?.[status]);
    const name = `answer ${status}`;
    yield* headers(name, { node: from, file: before.file }, { node: to, file: after.file });
    yield* contents('response', name, { node: from, file: before.file }, { node: to, file: after.file });
  }
}

/** The parameters both versions have, with a name in words: [name, before, after]. */
export function parameterPairs(before, after) {
  const named = ({ item, operation, file }) =>
    new Map(
      [...(item.parameters ?? []), ...(operation.parameters ?? [])]
        .map((parameter) => follow(parameter, file))
        .map((found) => [`${found.node.in} parameter \`${found.node.name}\``, found]),
    );
  const there = named(after);
  return [...named(before)].filter(([name]) => there.has(name)).map(([name, from]) => [name, from, there.get(name)]);
}

const inside = ({ operation, file }, key) => ({ node: operation[key], file });

const schemaOf = ({ node, file }) => ({ node: node.schema, file });

function* headers(answer, before, after) {
  if (!before.node || !after.node) return;
  const [from, to] = [follow(before.node, before.file), follow(after.node, after.file)];
  for (const [header, node] of Object.entries(from.node.headers ?? {})) {
    if (!to.node.headers?.[header]) continue;
    const [was, is] = [follow(node, from.file), follow(to.node.headers[header], to.file)];
    yield* below({ direction: 'response', name: `header \`${header}\` of the ${answer}`, from: schemaOf(was), to: schemaOf(is), isHeader: true });
  }
}

function* contents(direction, name, before, after) {
  if (!before.node || !after.node) return;
  const [from, to] = [follow(before.node, before.file), follow(after.node, after.file)];
  for (const [type, media] of Object.entries(from.node.content ?? {})) {
    const other = to.node.content?.[type];
    if (other) yield* below({ direction, name, from: { ...from, node: media.schema }, to: { ...to, node: other.schema } });
  }
}

function* below({ direction, name, from, to, isParameter = false, isHeader = false, ancestors = [] }) {
  if (!from.node || !to.node) return;
  const [before, after] = [follow(from.node, from.file), follow(to.node, to.file)];
  if (ancestors.includes(before.node)) return;
  const unseen = isHeader || (isParameter && ancestors.length > 0);
  yield { direction, name, unseen, before: before.node, after: after.node };
  for (const [step, a, b] of steps(before.node, after.node)) {
    yield* below({
      direction,
      name: step ? `${step} of the ${name}` : name,
      from: { node: a, file: before.file },
      to: { node: b, file: after.file },
      isParameter,
      isHeader,
      ancestors: [...ancestors, before.node],
    });
  }
}

function* steps(before, after) {
  for (const [property, schema] of Object.entries(before.properties ?? {})) {
    yield [`\`${property}\``, schema, after.properties?.[property]];
  }
  yield ['items', before.items, after.items];
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    for (const [index, schema] of (before[keyword] ?? []).entries()) yield ['', schema, after[keyword]?.[index]];
  }
  const [values, others] = [before.additionalProperties, after.additionalProperties];
  if (typeof values === 'object' && typeof others === 'object') yield ['values', values, others];
}
