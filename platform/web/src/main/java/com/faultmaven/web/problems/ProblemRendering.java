package com.faultmaven.web.problems;

import com.faultmaven.kernel.CorrelationId;
import java.util.Map;

/**
 * How problems look below some path. A bean of this type takes its paths over from RFC 9457, which
 * answers everywhere else.
 */
public interface ProblemRendering {

  /** Whether problems below this path look this way. */
  boolean covers(String path);

  /** The status of the answer; that of the kind of problem unless a version knows better. */
  default int status(Problem problem) {
    return problem.type().status();
  }

  /** The media type of the body. */
  String contentType();

  /** The body's members, in order. */
  Map<String, Object> body(Problem problem, String path, CorrelationId correlationId);
}
