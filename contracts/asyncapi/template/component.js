/** A component of a record: a property of a schema in Java. */
export class Component {
  constructor(wireName, schema, required) {
    this.wireName = wireName;
    this.schema = schema;
    this.required = required;
    const types = [].concat(schema.type ?? []);
    this.kind = types.find((type) => type !== 'null');
    this.nullable = !required || types.includes('null');
    this.name = wireName.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
    this.type = javaType(schema, this.nullable, wireName);
    this.primitive = /^[a-z]/.test(this.type);
    this.constant = wireName.toUpperCase();
  }

  /** What every event of the channel says here. */
  get fixed() {
    return this.schema.const;
  }

  /** The version a producer writes; a consumer reads every version of the pattern. */
  get current() {
    return this.schema['x-current'];
  }

  get isList() {
    return this.kind === 'array';
  }

  get isMap() {
    return this.kind === 'object' && !isRecord(this.schema);
  }

  nestedRecords() {
    return [this.schema, this.schema.items].filter((schema) => schema && isRecord(schema));
  }
}

/** An object that tells absent from null, or whose members nobody knows, stays a map. */
function isRecord(schema) {
  const isObject = [].concat(schema.type ?? []).includes('object');
  return isObject && schema.properties !== undefined && schema['x-record'] !== false;
}

function javaType(schema, nullable, wireName) {
  const type = [].concat(schema.type ?? []).find((each) => each !== 'null');
  switch (type) {
    case 'string':
      return { uuid: 'UUID', 'date-time': 'Instant' }[schema.format] ?? 'String';
    case 'integer':
      return schema.format === 'int64' ? (nullable ? 'Long' : 'long') : (nullable ? 'Integer' : 'int');
    case 'number':
      return nullable ? 'Double' : 'double';
    case 'boolean':
      return nullable ? 'Boolean' : 'boolean';
    case 'array':
      return `List<${javaType(schema.items, true, wireName)}>`;
    case 'object':
      return isRecord(schema) ? schema.title : 'Map<String, @Nullable Object>';
    default:
      throw new Error(`No Java type for ${wireName}: ${JSON.stringify(schema.type)}`);
  }
}
