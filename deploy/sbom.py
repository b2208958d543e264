"""Prints of an SBOM what is packaged, and fails at what is packaged and not in it: sbom.py SBOM LIB

Maven lists libraries of the development database that tests need, too, and starters, which hold nothing themselves.
"""
import json
import os
import sys


def names(component):
    """Of its library; Spring Boot puts the group before names of which there are two."""
    name = f"{component['name']}-{component['version']}.jar"
    return {name, f"{component['group']}-{name}"}


bom = json.load(open(sys.argv[1]))
libraries = set(os.listdir(sys.argv[2]))
packaged = [component for component in bom["components"] if names(component) & libraries]
unlisted = libraries - {name for component in packaged for name in names(component)}
if unlisted:
    sys.exit(f"Packaged and not in the SBOM: {sorted(unlisted)}")
known = {component["bom-ref"] for component in packaged} | {bom["metadata"]["component"]["bom-ref"]}
bom["components"] = packaged
bom["dependencies"] = [
    entry | {"dependsOn": [ref for ref in entry.get("dependsOn", []) if ref in known]}
    for entry in bom.get("dependencies", []) if entry["ref"] in known]
json.dump(bom, sys.stdout, indent=2)
