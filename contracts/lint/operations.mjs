// What every operation of the HTTP contract has.

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Visits every operation of a path with its parameters, those of the path included, references followed. */
function eachOperation(check) {
  return {
    PathItem(item, { report, location, resolve }) {
      const followed = (node, from) => (node?.$ref ? resolve(node, from).node : node);
      /** The schemas of what has content, which may stand in another file. */
      const schemasOf = (node) => {
        const target = node?.$ref ? resolve(node) : { node };
        const from = target.location?.source.absoluteRef;
        const json = Object.entries(target.node?.content ?? {}).filter(([type]) => !otherForms.includes(type));
        return json.map(([, media]) => followed(media.schema, from));
      };
      for (const method of methods.filter((name) => item[name])) {
        const operation = item[method];
        const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) => followed(parameter));
        const contentOf = (node) => Object.keys(followed(node)?.content ?? {});
        const tell = (message, ...path) => report({ message, location: location.child([method, ...path]).key() });
        check({ operation, method, parameters, followed, schemasOf, contentOf, tell });
      }
    },
  };
}

const hasHeader = (parameters, name) => parameters.some((parameter) => parameter?.in === 'header' && parameter.name === name);

/** An operation promises the problems that any request like its own can meet. */
export function problemsArePromised() {
  return eachOperation(({ operation, tell, followed }) => {
    const responses = operation.responses ?? {};
    const answersABody = Object.entries(responses).some(([status, response]) => /^2/.test(status) && followed(response)?.content);
    const expected = ['400', '500', '503'];
    if ((operation.security ?? []).length > 0) expected.push('401', '429');
    if (answersABody) expected.push('406');
    if (operation.requestBody) expected.push('408', '413', '415', '422');
    const missing = expected.filter((status) => !(status in responses)).sort();
    if (missing.length > 0) tell(`The problems ${missing.join(', ')} are missing.`, 'responses');
  });
}

/** What an operation may say about itself beyond OpenAPI, and in which words: docs/contracts.md. */
const extensions = {
  'x-sunset': (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  'x-stability-level': (value) => typeof value === 'string',
  'x-answers': (value) => value === 'never-stored',
  'x-body': (value) => value === 'streamed',
  'x-idempotency': (value) => value === 'none',
  'x-organization': (value) => value === 'none',
  'x-max-body': (value) => Number.isInteger(value) && value > 0,
  'x-roles': (value) => Array.isArray(value) && value.length > 0 && value.every((role) => /^[a-z][a-z_]*$/.test(role)),
};

const isStreamed = (operation) => operation['x-body'] === 'streamed';
const isNeverStored = (operation) => operation['x-answers'] === 'never-stored';
const ignoresKeys = (operation) => operation['x-idempotency'] === 'none';

/** An operation is no more than the service knows what to do about. */
export function extensionsAreKnown() {
  return eachOperation(({ operation, parameters, tell }) => {
    for (const [name, value] of Object.entries(operation).filter(([key]) => key.startsWith('x-'))) {
      if (!extensions[name]) tell(`Nobody knows ${name}.`, name);
      else if (!extensions[name](value)) tell(`${name} is not ${value}.`, name);
    }
    for (const name of ['x-body', 'x-max-body']) {
      if (name in operation && !operation.requestBody) tell(`Without a body there is no ${name}.`, name);
    }
    if (!isStreamed(operation)) {
      if (operation['x-max-body'] >= 2 ** 31 - 1) tell('A body that is held in memory is smaller.', 'x-max-body');
      return;
    }
    if (!('x-max-body' in operation)) tell('A streamed body has an x-max-body.', 'x-body');
    if (hasHeader(parameters, 'Idempotency-Key')) tell('An Idempotency-Key needs the body beforehand: a streamed one has none.', 'x-body');
  });
}

/** What is for operators says whom it lets pass, and promises what it answers everybody else. */
export function rolesAreSaid() {
  return {
    PathItem(item, { report, location, key }) {
      for (const method of methods.filter((name) => item[name])) {
        const { 'x-roles': roles, security, responses } = item[method];
        const tell = (message, ...path) => report({ message, location: location.child([method, ...path]).key() });
        if (roles === undefined) {
          if (String(key).includes('/admin/')) tell('What is below /admin says in x-roles whom it is for.');
        } else if ((security ?? []).length === 0) tell('Who needs a role is asked who calls.', 'x-roles');
        else if (!responses?.['403']) tell('With x-roles there is an answer 403.', 'x-roles');
      }
    },
  };
}

const mediaTypes = ['application/json', 'application/merge-patch+json', 'application/problem+json'];
const form = 'application/x-www-form-urlencoded';
/** For who asks for it, beside JSON: a page for people, and a mail as it was sent. */
const otherForms = ['text/html', 'message/rfc822'];

/** Bodies are JSON, merge patches or problems, or another form of JSON beside it; what is streamed is anything. */
export function mediaTypesAreKnown() {
  return eachOperation(({ operation, tell, contentOf }) => {
    const bodies = [
      ...(isStreamed(operation) ? [] : [['requestBody']]),
      ...Object.keys(operation.responses ?? {}).map((status) => ['responses', status]),
    ];
    for (const place of bodies) {
      const node = place.reduce((parent, name) => parent?.[name], operation);
      const others = !contentOf(node).includes('application/json') ? [] : place[0] === 'requestBody' ? [form] : otherForms;
      const known = [...mediaTypes, ...others];
      for (const type of contentOf(node).filter((name) => !known.includes(name))) {
        tell('Bodies are JSON, merge patches or problems.', ...place, ...(node.$ref ? [] : ['content', type]));
      }
    }
  });
}

/** Sending a POST again is safe, or its answer is nothing to give twice, or its body nothing to hold. */
export function postsAreRepeatable() {
  return eachOperation(({ operation, method, parameters, tell }) => {
    if (method === 'post' && !isStreamed(operation) && !isNeverStored(operation) && !ignoresKeys(operation) && !hasHeader(parameters, 'Idempotency-Key')) tell('A POST takes an Idempotency-Key.');
  });
}

/** Who sends a condition learns that it did not hold. */
export function conditionsAreAnswered() {
  return eachOperation(({ operation, parameters, tell }) => {
    for (const [header, status] of [['If-Match', '412'], ['If-None-Match', '304']]) {
      if (hasHeader(parameters, header) && !operation.responses?.[status]) tell(`With ${header} there is an answer ${status}.`, 'responses');
    }
  });
}

/** Bodies are objects, so that they can grow; those of requests say what they take and refuse the rest. */
export function bodiesAreObjects() {
  return eachOperation(({ operation, schemasOf, tell }) => {
    for (const schema of isStreamed(operation) ? [] : schemasOf(operation.requestBody)) {
      if (schema?.type !== 'object') tell('A body is an object.', 'requestBody');
      else if (schema.additionalProperties !== false) tell('A request refuses what it does not know: additionalProperties: false.', 'requestBody');
    }
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      if (schemasOf(response).some((schema) => schema?.type !== 'object')) tell('A body is an object.', 'responses', status);
    }
  });
}

/** Every body shows itself in an example that has a name. */
export function bodiesHaveExamples() {
  return {
    MediaType(media, { report, location }) {
      if (Object.keys(media.examples ?? {}).length === 0) report({ message: 'A body has a named example.', location: location.key() });
    },
  };
}

const cases = { query: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, path: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, header: /^[A-Z][A-Za-z0-9]*(-[A-Z][A-Za-z0-9]*)*$/ };

/** Parameters are snake_case, headers Train-Case, and each shows a value. */
export function parametersAreNamedAndShown() {
  return {
    Parameter(parameter, { report, location }) {
      if (!cases[parameter.in]?.test(parameter.name)) {
        report({ message: 'Parameters are snake_case, headers Train-Case.', location: location.child('name') });
      }
      // what only an answer can give has no example to try
      if (parameter['x-opaque'] !== true && parameter.example === undefined && Object.keys(parameter.examples ?? {}).length === 0) {
        report({ message: 'A parameter has an example.', location: location.key() });
      }
    },
  };
}
