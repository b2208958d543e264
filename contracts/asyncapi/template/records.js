import { Component } from './component';
import { packageInfo, sourceOf } from './source';

/** Every record of the document, for each message one of its envelope and one of each object within, and their package. */
export function eventRecords(asyncapi, params) {
  const records = new Map();
  for (const channel of asyncapi.channels().all()) {
    for (const message of channel.messages().all()) {
      const payload = message.payload().json();
      const envelope = { channel: channel.address(), message: message.name(), type: typeOf(channel) };
      requireChannelOfItsVersion(envelope, payload);
      collect(records, payload, envelope);
    }
  }
  const sources = [...records.values()].map((record) => ({ name: record.name, source: sourceOf(record, params) }));
  return [...sources, { name: 'package-info', source: packageInfo(params) }];
}

/** A channel is sent or received, and never both: that decides who logs its events. */
function typeOf(channel) {
  const actions = new Set(channel.operations().all().map((operation) => operation.action()));
  if (actions.size !== 1) {
    throw new Error(`${channel.address()} must be either sent or received.`);
  }
  return actions.has('send') ? 'ProducedEvent' : 'ConsumedEvent';
}

function collect(records, schema, envelope) {
  const name = schema.title;
  if (!name) {
    throw new Error(`An object needs a title to become a record: ${JSON.stringify(schema).slice(0, 200)}`);
  }
  const required = schema.required ?? [];
  const components = Object.entries(schema.properties).map(
    ([wireName, property]) => new Component(wireName, property, required.includes(wireName)),
  );
  const record = { name, description: schema.description, components, envelope };
  if (records.has(name)) {
    throw new Error(`Two objects have the title ${name}.`);
  }
  records.set(name, record);
  for (const nested of components.flatMap((component) => component.nestedRecords())) {
    collect(records, nested, undefined);
  }
}

/** One channel carries one major version of one event, and its name says so. */
function requireChannelOfItsVersion({ channel, message }, { title, properties }) {
  const { 'x-current': current, pattern } = properties.schema_version;
  if (!new RegExp(pattern).test(current)) {
    throw new Error(`${title}: the pattern of schema_version does not allow ${current}.`);
  }
  const expected = `${properties.event_type.const}.v${current.split('.')[0]}`;
  if (channel !== expected || message !== title) {
    throw new Error(`${message} (payload ${title}) is ${expected}, but its channel is called ${channel}.`);
  }
}
