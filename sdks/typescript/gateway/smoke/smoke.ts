// What an application does with the SDK, against the service at BASE_URL.
import assert from 'node:assert/strict';
import { createClient } from '@faultmaven/gateway';

const { capabilities } = createClient({ baseUrl: process.env['BASE_URL'] ?? 'http://localhost:8003' });

// asks what there is before anybody has signed in, at either address
const here = await capabilities.getCapabilities();
assert.equal(here.deploymentMode, 'self-hosted');
assert.equal(here.features.caseHistory, true);
assert.ok(here.limits.maxFileBytes > 0);
assert.deepEqual(await capabilities.getCapabilitiesAsExtension(), here);

console.log('typescript: all is well');
