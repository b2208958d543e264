package com.faultmaven.kernel;

import java.net.URI;
import java.util.Locale;

/**
 * A kind of problem a caller can meet: its stable code, its title and its HTTP status. Each context
 * lists its own in an enum; what any context may answer is a {@link CommonProblem}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public interface ProblemType {

  /** The code of the contract, such as {@code DEAD_LETTER_NOT_FOUND}; unique among all contexts. */
  String name();

  /** From 400 to 599. */
  int status();

  /** What kind of problem this is, the same for each request that meets it. */
  String title();

  /** Identifies the kind of problem, whatever request met it. */
  default URI uri() {
    return URI.create(
        "urn:faultmaven:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
