// Writes the event records into the directory named as its argument.
import Generator from '@asyncapi/generator';

const [target] = process.argv.slice(2);
const generator = new Generator(new URL('template', import.meta.url).pathname, target, {
  forceWrite: true,
  templateParams: { package: 'com.faultmaven.contracts.events' },
});
await generator.generateFromFile(new URL('case-events.yaml', import.meta.url).pathname);
