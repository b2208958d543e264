"""Lists the licences of what a release is made of, and fails at one nobody has agreed to: licences.py SBOM"""
import json
import sys

# of several licences of one component, one is enough
ACCEPTED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "EPL-2.0",
    "MIT",
    "MIT-0",
    # whoever changes files of the library has to publish these
    "Mozilla Public License Version 2.0",
    # JDOM: Apache 1.1 without what it asks of documentation and of names of products
    "Similar to Apache License but with the acknowledgment clause removed",
}

refused = []
for component in json.load(open(sys.argv[1]))["components"]:
    # what is optional is not packaged
    if component.get("scope") == "optional":
        continue
    found = [entry.get("expression") or entry["license"].get("id") or entry["license"]["name"]
             for entry in component.get("licenses", [])]
    line = f"{component['group']}:{component['name']} {component['version']}: {' or '.join(found) or 'no licence'}"
    print(line)
    if not ACCEPTED & set(found):
        refused.append(line)
if refused:
    sys.exit("Nobody has agreed to this licence:\n" + "\n".join(refused))
