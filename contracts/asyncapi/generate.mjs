// Writes the event records below the directory named as its argument, which has the bundles already.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Generator from '@asyncapi/generator';
import { documentsIn, manifestOf } from '../manifest/manifest.mjs';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const [target] = process.argv.slice(2);
for (const { contract, document } of documentsIn(manifestOf(beside('..'))).filter(({ aggregates }) => aggregates)) {
  const javaPackage = `com.faultmaven.contracts.${contract}.events`;
  const directory = join(target, 'src/generated/java', ...javaPackage.split('.'));
  const generator = new Generator(beside('template'), directory, {
    forceWrite: true,
    templateParams: { package: javaPackage, document },
  });
  await generator.generateFromFile(join(target, 'bundled', document));
}
