// What a security scheme asks for; oasdiff compares only its name.

import { read } from './documents.mjs';

const parts = ['type', 'in', 'name', 'scheme', 'openIdConnectUrl'];

/** Findings in the shape of oasdiff's, for every security scheme both documents have. */
export function compareCredentials(baseFile, currentFile) {
  const [base, current] = [baseFile, currentFile].map((file) => read(file).components?.securitySchemes ?? {});
  return Object.keys(base)
    .filter((scheme) => scheme in current)
    .flatMap((scheme) =>
      parts
        .filter((part) => base[scheme][part] !== current[scheme][part])
        .map((part) => ({
          id: 'security-scheme-changed',
          text: `the ${part} of the security scheme \`${scheme}\` went from \`${base[scheme][part]}\` to \`${current[scheme][part]}\``,
          level: 3,
        })),
    );
}
