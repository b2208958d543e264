"""Every image is pinned by its digest; the one of this repository is what was built."""
import re
import sys
from pathlib import Path

import yaml

OWN = "faultmaven-cases:"
PINNED = re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")

root = Path(__file__).parent.parent
stages = set()
images = []
for line in (root / "Dockerfile").read_text().splitlines():
    if line.startswith("FROM "):
        image, *name = line.removeprefix("FROM ").split(" AS ")
        if image not in stages:
            images.append(image)
        stages.update(name)
compose = yaml.safe_load((root / "deploy/compose.yaml").read_text())
images += [service["image"] for service in compose["services"].values()]

loose = [image for image in images if not image.startswith(OWN) and not PINNED.fullmatch(image)]
if loose or len(images) < 2:
    sys.exit(f"Not pinned by digest: {', '.join(loose) or 'no images were found'}")
