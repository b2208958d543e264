// Writes the event records into the directory named as its argument.
import { fileURLToPath } from 'node:url';
import Generator from '@asyncapi/generator';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const [target] = process.argv.slice(2);
const generator = new Generator(beside('template'), target, {
  forceWrite: true,
  templateParams: { package: 'com.faultmaven.contracts.events' },
});
await generator.generateFromFile(beside('cases-events.yaml'));
