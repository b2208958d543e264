const WIDTH = 100;

/** Markdown of the contract as the lines of a Javadoc comment. */
export function asJavadoc(summary, params) {
  const lines = wrap(inJava(summary), ' * ', ' * ');
  if (params.length > 0) {
    lines.push(' *');
    for (const [name, description] of params) {
      lines.push(...wrap(`@param ${name} ${lowerFirst(inJava(description))}`, ' * ', ' *     '));
    }
  }
  return ['/**', ...lines, ' */'];
}

function inJava(markdown) {
  return markdown
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/@/g, '&#64;')
    .replace(/`([^`]+)`/g, '{@code $1}');
}

function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

function wrap(text, first, rest) {
  const lines = [];
  let line = first;
  for (const word of text.split(' ')) {
    const room = line.length + word.length <= WIDTH;
    if (!room) {
      lines.push(line.trimEnd());
      line = rest;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
