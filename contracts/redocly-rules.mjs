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

export default function house() {
  return {
    id: 'house',
    rules: {
      oas3: {
        'values-are-bounded': valuesAreBounded,
        'errors-are-problems': errorsAreProblems,
      },
    },
  };
}
