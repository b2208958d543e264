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

const documents = JSON.parse(document.getElementById('reference').dataset.documents);

Scalar.createApiReference(
  '#reference',
  documents.map(({ tried, ...shown }, index) => ({ ...shown, default: index === 0, ...(tried ? here : {}), ...quietly })),
);
