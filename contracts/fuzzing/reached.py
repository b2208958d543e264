"""What a run reached.

`answers DOCUMENT TALLY` prints which answers each operation gave, and fails when one never succeeded: then nothing
behind it was tested. `pending DOCUMENT` names the operations that are promised and not built. `served MANIFEST`
names the versions of APIs that have not ended, or one of them.
"""

import json
import sys
from collections import Counter, defaultdict

import yaml

# operation -> why no request of a run can succeed
CANNOT_SUCCEED = {
    "getDeadLetter": "a running service that works has no dead letters",
    "replayDeadLetter": "a running service that works has no dead letters",
    "discardDeadLetter": "a running service that works has no dead letters",
    "confirmPasswordReset": "a token for it goes out by mail",
    "confirmEmailVerification": "a token for it goes out by mail",
    "retrySubscriptionDelivery": "deliveries are retried by themselves for two days before anybody may",
    "recordSendgridEvents": "nobody here has the key that signs them",
    "showUnsubscribe": "a token for it goes out by mail",
    "unsubscribe": "a token for it goes out by mail",
    "cancelEscalation": "letters leave for the outbox at once",
    "retryDelivery": "the outbox takes every letter",
    "rewindPublisher": "without a broker the publisher has come to no event yet",
}


def operations(document):
    for path in document["paths"].values():
        for method, operation in path.items():
            if method != "parameters":
                yield operation["operationId"], "501" in operation["responses"]


def served(manifest, only=None):
    names = [
        f"{contract}.{version}"
        for contract, entry in manifest.items()
        for version, plan in entry.get("versions", {}).items()
        if plan["state"] != "sunset"
    ]
    if only and only not in names:
        sys.exit(f"{only} is none of {', '.join(names)}")
    print(*(name for name in names if only in (None, name)))


def pending(document):
    print(*(operation for operation, unbuilt in operations(document) if unbuilt))


def answers(document, tally_file):
    with open(tally_file) as file:
        tally = json.load(file)
    seen_by_operation = defaultdict(Counter)
    for answer, times in tally["answers"].items():
        operation, status = answer.split()
        seen_by_operation[operation][int(status)] += times
    unreached = []
    print(f"{'operation':28}{'2xx':>7}  others")
    for operation, unbuilt in operations(document):
        seen = seen_by_operation[operation]
        succeeded = sum(times for status, times in seen.items() if status < 300)
        others = "  ".join(f"{status}: {times}" for status, times in sorted(seen.items()) if status >= 300)
        reason = "promised, not built" if unbuilt else CANNOT_SUCCEED.get(operation)
        if not succeeded and not reason:
            unreached.append(operation)
        print(f"{operation:28}{succeeded:7}  {others}{f'  ({reason})' if reason and not succeeded else ''}")
    for reason, times in tally["excused"].items():
        print(f"{times:35}  taken for right: {reason}")
    if unreached:
        sys.exit(f"never succeeded: {', '.join(unreached)}")


def main(what, document_file, *others):
    with open(document_file) as file:
        document = yaml.safe_load(file)
    {"pending": pending, "answers": answers, "served": served}[what](document, *others)


if __name__ == "__main__":
    main(*sys.argv[1:])
