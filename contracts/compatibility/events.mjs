// Shows an AsyncAPI document to oasdiff as an OpenAPI document: one operation for each message of each channel.

import { follow, read, writtenOut } from './documents.mjs';

const actions = { send: 'published', receive: 'consumed' };

/**
 * The synthetic OpenAPI document of an AsyncAPI one. A payload stands in it as request and as response, so that neither
 * a stricter nor a looser payload passes: whoever consumes reads it, and what is stored or replayed was written by it.
 * Headers and the key of the broker's record are parameters and headers of that operation.
 */
export function asOpenApi(file) {
  const document = read(file);
  const paths = {};
  for (const { address, direction, channel, message, name } of messages(document, file)) {
    paths[`/${direction}/${address}/${name}`] = { post: operation(address, name, channel, message, document) };
  }
  return { openapi: '3.1.0', info: { title: document.info.title, version: document.info.version }, paths };
}

function* messages(document, file) {
  for (const [id, reference] of Object.entries(document.channels ?? {})) {
    const channel = follow(reference, file);
    const direction = directionOf(`#/channels/${id}`, document, file);
    if (!direction) continue;
    for (const [key, entry] of Object.entries(channel.node.messages ?? {})) {
      const message = withTraits(writtenOut(entry, channel.file));
      const address = channel.node.address ?? id;
      yield { address, direction, channel: channel.node, message, name: message.name ?? key };
    }
  }
}

/** What no operation sends or receives is not promised; a document without operations promises all its channels. */
function directionOf(channel, document, file) {
  const all = Object.values(document.operations ?? {}).map((entry) => follow(entry, file).node);
  return all.length === 0 ? actions.send : actions[all.find((entry) => entry.channel?.$ref === channel)?.action];
}

/** What traits say holds unless the message says otherwise. */
function withTraits({ traits = [], ...message }) {
  return traits.reduce((merged, trait) => ({ ...trait, ...merged }), message);
}

function operation(address, name, channel, message, document) {
  const headers = Object.entries(message.headers?.properties ?? {});
  const required = message.headers?.required ?? [];
  const key = message.bindings?.kafka?.key;
  const values = headers.map(([header, schema]) => [header, schema, required.includes(header)]);
  if (key) values.push(['key', key, true]);
  const content = { [message.contentType ?? document.defaultContentType ?? 'application/json']: { schema: withTypes(message.payload) } };
  return {
    operationId: `${address} ${name}`,
    ...lifecycle(channel, message),
    parameters: values.map(([header, schema, needed]) => ({ name: header, in: 'header', required: needed, schema })),
    requestBody: { required: true, content },
    responses: { 200: { description: 'consumed', headers: responseHeaders(values), content } },
  };
}

function responseHeaders(values) {
  return Object.fromEntries(values.map(([header, schema, required]) => [header, { required, schema }]));
}

/** AsyncAPI has no words for what is about to end; the channel or the message says it in extensions. */
function lifecycle(channel, message) {
  const ending = [message, channel].find((node) => node['x-deprecated'] === true);
  return ending ? { deprecated: true, 'x-sunset': ending['x-sunset'] } : {};
}

/** Titles are the names of generated types. */
function withTypes(schema) {
  if (Array.isArray(schema)) return schema.map(withTypes);
  if (schema === null || typeof schema !== 'object') return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withTypes(value)]));
  return typeof schema.title === 'string' ? { ...inner, 'x-type': schema.title } : inner;
}
