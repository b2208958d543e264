"""Every image is pinned by its digest; the one of this repository is what was built, of what the build is sent."""
import re
import sys
from pathlib import Path

import yaml

OWN = "faultmaven-cases:"
PINNED = re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")
# Maven and deploy/image/assemble make them before docker is asked
MADE = ("platform/dev-database/target/", "target/image/release", "target/image/layers/")

root = Path(__file__).parent.parent
sent = [line.removeprefix("!") for line in (root / ".dockerignore").read_text().split() if line.startswith("!")]
stages = set()
images = []
wrong = []


def fault_of(source):
    if not any(f"{source}/".startswith(f"{kept}/") for kept in sent):
        return "kept back by .dockerignore"
    if not source.startswith(MADE) and not (root / source).exists():
        return "there is none"
    return None


def check_copy(words):
    options = dict(word.removeprefix("--").split("=", 1) for word in words if word.startswith("--"))
    *sources, _ = [word for word in words if not word.startswith("--")]
    if "from" not in options:
        wrong.extend(f"COPY {source}: {fault}" for source in sources if (fault := fault_of(source.rstrip("/"))))
    elif options["from"] not in stages:
        wrong.append(f"COPY --from={options['from']}: no stage before it is called so")


for line in (root / "Dockerfile").read_text().splitlines():
    if line.startswith("FROM "):
        image, *name = line.removeprefix("FROM ").split(" AS ")
        if image not in stages:
            images.append(image)
        stages.update(name)
    elif line.startswith("COPY "):
        check_copy(line.split()[1:])
compose = yaml.safe_load((root / "deploy/compose.yaml").read_text())
images += [service["image"] for service in compose["services"].values()]

wrong += [f"{image} is not pinned by its digest" for image in images if not image.startswith(OWN) and not PINNED.fullmatch(image)]
if wrong or len(images) < 2:
    sys.exit("\n".join(wrong) or "no images were found")
