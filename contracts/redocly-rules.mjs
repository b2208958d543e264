// Lint rules of the contracts that the linter has no words for.

import {
  bodiesAreObjects,
  bodiesHaveExamples,
  conditionsAreAnswered,
  extensionsAreKnown,
  mediaTypesAreKnown,
  parametersAreNamedAndShown,
  postsAreRepeatable,
  problemsArePromised,
  rolesAreSaid,
} from './lint/operations.mjs';

const fixedLength = new Set(['date-time', 'date', 'uuid']);

function missingBound(schema) {
  const types = [].concat(schema.type ?? []);
  if (types.includes('string') && schema.maxLength === undefined && !fixedLength.has(schema.format)) {
    return 'A string has a maxLength.';
  }
  if (types.includes('array') && schema.maxItems === undefined) {
    return 'An array has maxItems.';
  }
  if (types.includes('integer') && (schema.minimum === undefined || !['int32', 'int64'].includes(schema.format))) {
    return 'An integer has a minimum and the format int32 or int64.';
  }
  if (types.includes('number') && (schema.minimum === undefined || schema.maximum === undefined)) {
    return 'A number has a minimum and a maximum.';
  }
  if (schema.additionalProperties === true && schema.maxProperties === undefined && schema['x-max-bytes'] === undefined) {
    return 'Free-form data has maxProperties or x-max-bytes.';
  }
  return undefined;
}

/** Every value says how large it may get. */
function valuesAreBounded() {
  return {
    Schema(schema, { report, location }) {
      const message = missingBound(schema);
      if (message) report({ message, location: location.key() });
    },
  };
}

/** Every 4xx and 5xx answer is a problem with its code in a header, and nothing else is. */
function errorsAreProblems() {
  return {
    Response(response, { report, location, key }) {
      const status = String(key);
      if (!/^[1-5]\d\d$/.test(status)) return;
      const mediaTypes = Object.keys(response.content ?? {});
      const problem = mediaTypes.length === 1 && mediaTypes[0] === 'application/problem+json';
      if (problem !== /^[45]/.test(status)) {
        report({ message: 'Answers from 400 on are application/problem+json, others are not.', location });
      }
      const missing = ['X-Error-Code', 'X-Correlation-ID'].filter((name) => !(name in (response.headers ?? {})));
      if (problem && missing.length > 0) report({ message: `A problem has the header ${missing.join(', ')}.`, location });
    },
  };
}

const lifecycleHeaders = ['Deprecation', 'Sunset', 'Link'];

/** What is deprecated says when it ends, and every answer says so too. */
function endingsAreAnnounced() {
  return {
    Operation(operation, { report, location, resolve }) {
      if (!operation.deprecated) return;
      if (!/^\d{4}-\d\d-\d\d$/.test(String(operation['x-sunset']))) {
        report({ message: 'A deprecated operation has an x-sunset, a date.', location: location.key() });
      }
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        const headers = (response.$ref ? resolve(response).node : response)?.headers ?? {};
        const missing = lifecycleHeaders.filter((name) => !(name in headers));
        if (missing.length > 0) {
          const message = `Every answer of a deprecated operation has ${missing.join(', ')}.`;
          report({ message, location: location.child(['responses', status]) });
        }
      }
    },
  };
}

/** A version that ends ends as a whole: for the document of such a version. */
function operationsAreEnding() {
  return {
    PathItem(path, { report, location, key }) {
      if (!String(key).startsWith('/api/')) return;
      for (const method of ['get', 'put', 'post', 'patch', 'delete']) {
        if (path[method] && !path[method].deprecated) {
          report({ message: 'Every operation of this version is deprecated.', location: location.child(method) });
        }
      }
    },
  };
}

/** Every 4xx and 5xx answer is a JSON object with detail, as the original service gave them, or with an error, as OAuth has it. */
function errorsHaveDetail() {
  return {
    Response(response, { report, location, key, resolve }) {
      if (!/^[45]\d\d$/.test(String(key))) return;
      const schema = response.content?.['application/json']?.schema;
      const resolved = schema?.$ref ? resolve(schema).node : schema;
      const says = ['detail', 'error'].some((name) => resolved?.required?.includes(name));
      if (Object.keys(response.content ?? {}).length !== 1 || !says) {
        report({ message: 'Answers from 400 on are application/json with a detail or an error.', location });
      }
    },
  };
}

const casesOfNames = { snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'kebab-case': /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, camelCase: /^[a-z][A-Za-z0-9]*$/ };

/** JSON names are snake_case, names of message headers kebab-case; x-names tells where clients in the field read others. */
function namesAreOfOneCase() {
  return {
    Schema(schema, { report, location }) {
      const wanted = schema.title === 'MessageHeaders' ? 'kebab-case' : (schema['x-names'] ?? 'snake_case');
      if (!casesOfNames[wanted]) {
        report({ message: `x-names is not ${wanted}.`, location: location.child('x-names') });
        return;
      }
      for (const name of Object.keys(schema.properties ?? {}).filter((each) => !casesOfNames[wanted].test(each))) {
        report({ message: `Property names are ${wanted}.`, location: location.child(['properties', name]).key() });
      }
    },
  };
}

/** An object with members has a title: the class made from it is called like that. */
function objectsAreTitled() {
  return {
    Schema(schema, { report, location }) {
      if (schema.properties && !schema.title) {
        report({ message: 'An object with properties has a title.', location: location.key() });
      }
    },
  };
}

/** A consumer outlives the values it knows: no closed list of values. */
function valueListsMayGrow() {
  return {
    Schema(schema, { report, location }) {
      if (schema.enum) {
        report({ message: 'Values are listed in x-extensible-enum, not in enum.', location: location.child('enum').key() });
      }
      if (schema['x-extensible-enum'] && !/may gain values/i.test(schema.description ?? '')) {
        report({ message: 'A list of values says that it may gain values.', location: location.key() });
      }
    },
  };
}

const messageParts = ['name', 'title', 'summary', 'description', 'contentType', 'correlationId', 'headers', 'payload'];

/** A message says all there is to know, and shows it. */
function messagesAreComplete() {
  return {
    Message(message, { report, location }) {
      const missing = messageParts.filter((part) => message[part] === undefined);
      if (!message.bindings?.kafka?.key) missing.push('bindings.kafka.key');
      if (missing.length > 0) {
        report({ message: `A message has ${missing.join(', ')}.`, location: location.key() });
      }
      if (!message.examples?.length) {
        report({ message: 'A message has an example.', location: location.key() });
      }
      (message.examples ?? []).forEach((example, index) => {
        if (['name', 'summary', 'headers', 'payload'].some((part) => example[part] === undefined)) {
          const place = location.child(['examples', index]);
          report({ message: 'An example has name, summary, headers and payload.', location: place });
        }
      });
    },
  };
}

/** The address of a channel ends in the major version it carries, and is its topic. */
function channelsAreVersioned() {
  return {
    Channel(channel, { report, location }) {
      if (!/^[a-z_]+(\.[a-z_]+)*\.v[1-9]\d*$/.test(channel.address ?? '')) {
        report({ message: 'An address is like case.created.v2.', location: location.key() });
      }
      if (channel.bindings?.kafka?.topic !== channel.address) {
        report({ message: 'The Kafka topic is called like the channel.', location: location.key() });
      }
      if (!channel.description || Object.keys(channel.messages ?? {}).length !== 1) {
        report({ message: 'A channel has a description and one message.', location: location.key() });
      }
    },
  };
}

export default function house() {
  return {
    id: 'house',
    rules: {
      oas3: {
        'names-are-of-one-case': namesAreOfOneCase,
        'values-are-bounded': valuesAreBounded,
        'errors-are-problems': errorsAreProblems,
        'errors-have-detail': errorsHaveDetail,
        'endings-are-announced': endingsAreAnnounced,
        'operations-are-ending': operationsAreEnding,
        'problems-are-promised': problemsArePromised,
        'posts-are-repeatable': postsAreRepeatable,
        'conditions-are-answered': conditionsAreAnswered,
        'bodies-are-objects': bodiesAreObjects,
        'bodies-have-examples': bodiesHaveExamples,
        'parameters-are-named-and-shown': parametersAreNamedAndShown,
        'media-types-are-known': mediaTypesAreKnown,
        'extensions-are-known': extensionsAreKnown,
        'roles-are-said': rolesAreSaid,
      },
      async3: {
        'values-are-bounded': valuesAreBounded,
        'names-are-of-one-case': namesAreOfOneCase,
        'objects-are-titled': objectsAreTitled,
        'value-lists-may-grow': valueListsMayGrow,
        'messages-are-complete': messagesAreComplete,
        'channels-are-versioned': channelsAreVersioned,
      },
    },
  };
}
