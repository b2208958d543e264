// Shows the contracts of the service this page comes from, and asks nobody else for anything.
const quietly = {
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
};

// what is tried out goes to this service, wherever it runs
const here = { servers: [{ url: new URL('.', document.baseURI).href.replace(/\/$/, '') }] };

Scalar.createApiReference('#reference', [
  { title: 'v2', slug: 'v2', url: 'openapi/v2.yaml', default: true, ...here, ...quietly },
  { title: 'v1 (deprecated)', slug: 'v1', url: 'openapi/v1.yaml', ...here, ...quietly },
  { title: 'Events', slug: 'events', url: 'asyncapi/case-events.yaml', ...quietly },
]);
