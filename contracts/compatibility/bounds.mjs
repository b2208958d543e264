// What oasdiff 1.15 does not compare: the constraints named below, all of them below the schema of a parameter and in
// headers of answers, how lists are written, and media types of requests, where it takes a merge patch for any JSON.

import { follow, operations, read } from './documents.mjs';
import { parameterPairs, schemaPairs } from './schema-pairs.mjs';

const some = {
  ceilings: ['maxItems', 'maxProperties', 'x-max-bytes'],
  floors: ['minProperties'],
  constants: ['multipleOf'],
};
const all = {
  ceilings: [...some.ceilings, 'maxLength', 'maximum', 'exclusiveMaximum'],
  floors: [...some.floors, 'minLength', 'minItems', 'minimum', 'exclusiveMinimum'],
  constants: [...some.constants, 'pattern', 'format', 'type', 'const'],
};

/** Findings in the shape of oasdiff's, for every operation that both documents have. */
export function compareBounds(baseFile, currentFile) {
  const key = ({ method, path }) => `${method} ${path}`;
  const current = new Map(operations(read(currentFile)).map((entry) => [key(entry), { ...entry, file: currentFile }]));
  return operations(read(baseFile))
    .filter((entry) => current.has(key(entry)))
    .flatMap((entry) => compareOperation({ ...entry, file: baseFile }, current.get(key(entry))));
}

function compareOperation(before, after) {
  const at = { level: 3, operation: before.method, path: before.path, operationId: before.operation.operationId };
  const changes = [...serializations(before, after), ...constraints(before, after)].map(({ direction, name, keyword, from, to }) => ({
    id: direction === 'request' ? 'request-constraint-narrowed' : 'response-constraint-widened',
    text: `${keyword} of the ${name} went from ${shown(from[keyword])} to ${shown(to[keyword])}`,
  }));
  return [...changes, ...mediaTypes(before, after)].map((change) => ({ ...change, ...at }));
}

function serializations(before, after) {
  return parameterPairs(before, after).flatMap(([name, { node: from }, { node: to }]) =>
    ['style', 'explode']
      .filter((keyword) => from[keyword] !== to[keyword])
      .map((keyword) => ({ direction: 'request', name, keyword, from, to })),
  );
}

function constraints(before, after) {
  return [...schemaPairs(before, after)].flatMap(({ before: from, after: to, ...pair }) =>
    changedKeywords(pair, from, to).map((keyword) => ({ ...pair, keyword, from, to })),
  );
}

function mediaTypes(before, after) {
  const [from, to] = [before, after].map(({ operation, file }) => follow(operation.requestBody, file).node?.content ?? {});
  return Object.keys(from)
    .filter((type) => !(type in to))
    .map((type) => ({ id: 'request-media-type-removed', text: `the request body is not taken as \`${type}\` any more` }));
}

/** For a sender it hurts when less is accepted, for a reader when more may come. */
function changedKeywords({ direction, unseen }, from, to) {
  const [wide, narrow] = direction === 'request' ? [from, to] : [to, from];
  const watched = unseen ? all : some;
  return [
    ...watched.ceilings.filter((keyword) => (narrow[keyword] ?? Infinity) < (wide[keyword] ?? Infinity)),
    ...watched.floors.filter((keyword) => (narrow[keyword] ?? -Infinity) > (wide[keyword] ?? -Infinity)),
    ...watched.constants.filter((keyword) => String(from[keyword]) !== String(to[keyword])),
    ...(narrow.uniqueItems === true && wide.uniqueItems !== true ? ['uniqueItems'] : []),
    ...(direction === 'request' && isClosed(narrow) && !isClosed(wide) ? ['additionalProperties'] : []),
    ...(unseen && losesValues(wide.enum, narrow.enum) ? ['enum'] : []),
    ...(direction === 'response' && !unseen ? limitsLost(from, to) : []),
  ];
}

/** Of numbers oasdiff sees a limit move, but not go. */
function limitsLost(from, to) {
  if (String(from.type) !== String(to.type)) return [];
  return ['maximum', 'minimum'].filter((keyword) => keyword in from && !(keyword in to));
}

const isClosed = (schema) => schema.additionalProperties === false;

function losesValues(wide, narrow) {
  return narrow !== undefined && (wide === undefined || wide.some((value) => !narrow.includes(value)));
}

function shown(value) {
  return value === undefined ? 'none' : `\`${[].concat(value).join(', ')}\``;
}
