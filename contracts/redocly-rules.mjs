// Lint rules of the contracts that the linter has no words for.

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
  return undefined;
}

/** Every string, array and integer says how large it may get. */
function valuesAreBounded() {
  return {
    Schema(schema, { report, location }) {
      const message = missingBound(schema);
      if (message) report({ message, location: location.key() });
    },
  };
}

/** Every 4xx and 5xx answer is a problem, and nothing else is. */
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

/** Every 4xx and 5xx answer is a JSON object with detail, as the original service gave them. */
function errorsHaveDetail() {
  return {
    Response(response, { report, location, key, resolve }) {
      if (!/^[45]\d\d$/.test(String(key))) return;
      const schema = response.content?.['application/json']?.schema;
      const resolved = schema?.$ref ? resolve(schema).node : schema;
      if (Object.keys(response.content ?? {}).length !== 1 || !resolved?.required?.includes('detail')) {
        report({ message: 'Answers from 400 on are application/json with a detail.', location });
      }
    },
  };
}

export default function house() {
  return {
    id: 'house',
    rules: {
      oas3: {
        'values-are-bounded': valuesAreBounded,
        'errors-are-problems': errorsAreProblems,
        'errors-have-detail': errorsHaveDetail,
        'endings-are-announced': endingsAreAnnounced,
        'operations-are-ending': operationsAreEnding,
      },
    },
  };
}
