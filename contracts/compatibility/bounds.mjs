// What oasdiff 1.15 does not compare: the constraints named below, and all of them on the items of a parameter.

import { operations, read } from './documents.mjs';
import { parameterPairs, schemaPairs } from './schema-pairs.mjs';

const unseen = {
  ceilings: ['maxItems', 'maxProperties', 'x-max-bytes'],
  floors: ['minProperties'],
  constants: ['multipleOf'],
};
const unseenOfItems = {
  ceilings: [...unseen.ceilings, 'maxLength', 'maximum', 'exclusiveMaximum'],
  floors: [...unseen.floors, 'minLength', 'minItems', 'minimum', 'exclusiveMinimum'],
  constants: [...unseen.constants, 'pattern', 'format', 'type', 'const'],
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
  const at = { operation: before.method, path: before.path, operationId: before.operation.operationId };
  const finding = ({ direction, name, keyword, from, to }) => ({
    id: direction === 'request' ? 'request-constraint-narrowed' : 'response-constraint-widened',
    text: `${keyword} of the ${name} went from ${shown(from[keyword])} to ${shown(to[keyword])}`,
    level: 3,
    ...at,
  });
  const serializations = parameterPairs(before, after).flatMap(([name, { node: from }, { node: to }]) =>
    ['style', 'explode']
      .filter((keyword) => from[keyword] !== to[keyword])
      .map((keyword) => finding({ direction: 'request', name, keyword, from, to })),
  );
  const constraints = [...schemaPairs(before, after)].flatMap(({ before: from, after: to, ...pair }) =>
    changedKeywords(pair, from, to).map((keyword) => finding({ ...pair, keyword, from, to })),
  );
  return [...serializations, ...constraints];
}

/** For a sender it hurts when less is accepted, for a reader when more may come. */
function changedKeywords({ direction, ofParameter }, from, to) {
  const [wide, narrow] = direction === 'request' ? [from, to] : [to, from];
  const watched = ofParameter ? unseenOfItems : unseen;
  return [
    ...watched.ceilings.filter((keyword) => (narrow[keyword] ?? Infinity) < (wide[keyword] ?? Infinity)),
    ...watched.floors.filter((keyword) => (narrow[keyword] ?? -Infinity) > (wide[keyword] ?? -Infinity)),
    ...watched.constants.filter((keyword) => String(from[keyword]) !== String(to[keyword])),
    ...(narrow.uniqueItems === true && wide.uniqueItems !== true ? ['uniqueItems'] : []),
    ...(direction === 'request' && isClosed(narrow) && !isClosed(wide) ? ['additionalProperties'] : []),
    ...(ofParameter && losesValues(wide.enum, narrow.enum) ? ['enum'] : []),
  ];
}

const isClosed = (schema) => schema.additionalProperties === false;

function losesValues(wide, narrow) {
  return narrow !== undefined && (wide === undefined || wide.some((value) => !narrow.includes(value)));
}

function shown(value) {
  return value === undefined ? 'none' : `\`${[].concat(value).join(', ')}\``;
}
