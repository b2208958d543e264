import { asJavadoc } from './javadoc';

const header = (document) => [
  `// Generated from contracts/${document}. Do not edit: change the document and run`,
  '// `npm run generate` in contracts/.',
];

const IMPORTS = {
  Instant: 'java.time.Instant',
  List: 'java.util.List',
  Map: 'java.util.Map',
  UUID: 'java.util.UUID',
  Pattern: 'java.util.regex.Pattern',
  Collections: 'java.util.Collections',
  LinkedHashMap: 'java.util.LinkedHashMap',
  JsonIgnoreProperties: 'com.fasterxml.jackson.annotation.JsonIgnoreProperties',
  Include: 'com.fasterxml.jackson.annotation.JsonInclude.Include',
  JsonInclude: 'com.fasterxml.jackson.annotation.JsonInclude',
  JsonProperty: 'com.fasterxml.jackson.annotation.JsonProperty',
  Nullable: 'org.jspecify.annotations.Nullable',
  ConsumedEvent: 'com.faultmaven.contracts.events.ConsumedEvent',
  ProducedEvent: 'com.faultmaven.contracts.events.ProducedEvent',
};

/** The Java source of a record of a document. */
export function sourceOf(record, { package: javaPackage, document }) {
  const body = [...declaration(record), ...constants(record), ...constructor(record), '}'];
  const code = body.join('\n');
  const used = Object.keys(IMPORTS).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const imports = used.map((name) => IMPORTS[name]).sort().map((type) => `import ${type};`);
  const statics = /\brequireNonNull\(/.test(code) ? ['import static java.util.Objects.requireNonNull;', ''] : [];
  return [...header(document), `package ${javaPackage};`, '', ...statics, ...imports, '', ...javadoc(record), code, ''].join('\n');
}

/** What says of the package that nothing is null in it unless it says so. */
export function packageInfo({ package: javaPackage, document }) {
  const lines = ['/** The events of a contract, and what they tell. */', '@NullMarked', `package ${javaPackage};`];
  return [...header(document), ...lines, '', 'import org.jspecify.annotations.NullMarked;', ''].join('\n');
}

function javadoc({ description, envelope, components }) {
  const summary = envelope ? `${description.trim().replace(/\.$/, '')}: \`${envelope.channel}\`.` : description;
  const params = components.filter(({ schema }) => schema.description);
  return asJavadoc(summary, params.map(({ name, schema }) => [name, schema.description]));
}

function declaration({ name, envelope, components }) {
  const parts = components.map((component) => `    ${annotations(component)}${component.type} ${component.name}`);
  const end = envelope ? `)\n    implements ${envelope.type} {` : ') {';
  return ['@JsonIgnoreProperties(ignoreUnknown = true)', `public record ${name}(`, parts.join(',\n') + end];
}

function annotations({ wireName, required, nullable }) {
  const json = required
    ? `@JsonProperty(value = "${wireName}", required = true) `
    : `@JsonProperty("${wireName}") @JsonInclude(Include.NON_NULL) `;
  return json + (nullable ? '@Nullable ' : '');
}

function constants({ envelope, components }) {
  const lines = [];
  for (const { constant, fixed, current, schema } of components) {
    if (fixed !== undefined) {
      lines.push('', `  public static final String ${constant} = ${JSON.stringify(fixed)};`);
    }
    if (current !== undefined) {
      lines.push('', '  /** What a producer writes. */');
      lines.push(`  public static final String ${constant} = ${JSON.stringify(current)};`);
      lines.push('', '  /** What a consumer reads: every version of this major one. */');
      lines.push(`  private static final Pattern READABLE_${constant} =`);
      lines.push(`      Pattern.compile(${JSON.stringify(schema.pattern)});`);
    }
  }
  if (envelope) {
    lines.push('', '  /** Where it is published. */');
    lines.push(`  public static final String CHANNEL = ${JSON.stringify(envelope.channel)};`);
  }
  return lines;
}

function constructor({ name, components }) {
  const checks = components.flatMap((component) => check(component));
  const [head, assignments] = components.some(({ isMap }) => isMap) ? inFull(name, components) : [[`  public ${name} {`], []];
  return ['', ...head, ...[...checks, ...assignments].map((line) => `    ${line}`), '  }'];
}

/** In a compact constructor javac forgets the annotations on type arguments, and callers could not pass a null in a map. */
function inFull(name, components) {
  const parameters = components.map((each) => `${each.nullable ? '@Nullable ' : ''}${each.type} ${each.name}`);
  const oneLine = `      ${parameters.join(', ')}) {`;
  const head = [`  public ${name}(`, oneLine.length <= 100 ? oneLine : `      ${parameters.join(',\n      ')}) {`];
  return [head, components.map((each) => `this.${each.name} = ${each.name};`)];
}

function check(component) {
  const { name, wireName, constant, nullable, primitive } = component;
  if (nullable) {
    return copyOf(component) ? [`${name} = ${name} == null ? null : ${copyOf(component)};`] : [];
  }
  if (primitive) {
    return [];
  }
  const lines = [`requireNonNull(${name}, "${wireName}");`];
  if (component.fixed !== undefined) {
    lines.push(...refusal(`!${name}.equals(${constant})`, `${wireName} is ${component.fixed}, not `, name));
  }
  if (component.current !== undefined) {
    const readable = `READABLE_${constant}.matcher(${name}).matches()`;
    lines.push(...refusal(`!${readable}`, `${wireName} is ${major(component)}.x.y, not `, name));
  }
  if (copyOf(component)) {
    lines.push(`${name} = ${copyOf(component)};`);
  }
  return lines;
}

function major({ current }) {
  return current.split('.')[0];
}

function refusal(condition, message, value) {
  return [
    `if (${condition}) {`,
    `  throw new IllegalArgumentException("${message}" + ${value});`,
    '}',
  ];
}

/** Lists hold no null; maps may. */
function copyOf({ name, isList, isMap }) {
  if (isList) return `List.copyOf(${name})`;
  return isMap ? `Collections.unmodifiableMap(new LinkedHashMap<>(${name}))` : undefined;
}
