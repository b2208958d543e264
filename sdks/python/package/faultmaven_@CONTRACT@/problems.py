"""What the service says about a request it refused."""

from __future__ import annotations

from faultmaven_@CONTRACT@.exceptions import ApiException
from faultmaven_@CONTRACT@.models.problem import Problem


def problem_of(refused: ApiException) -> Problem:
    """The problem (RFC 9457) that came with an exception. Decide by its code.

    Raises the exception again if the answer came from something else, like a proxy.
    """
    if isinstance(refused.data, Problem):
        return refused.data
    raise refused
