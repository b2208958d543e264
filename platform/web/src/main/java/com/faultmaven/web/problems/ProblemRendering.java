package com.faultmaven.web.problems;

import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import java.util.Map;

/**
 * How problems of some version look. A bean of this type takes the answers of that version over
 * from RFC 9457, which answers everywhere else.
 */
public interface ProblemRendering {

  /** Whether problems of this version look this way. */
  boolean covers(ContractVersion version);

  /** The status of the answer; that of the kind of problem unless a version knows better. */
  default int status(Problem problem) {
    return problem.type().status();
  }

  /** The media type of the body. */
  String contentType();

  /** The body's members, in order. */
  Map<String, Object> body(Problem problem, String path, RequestIds ids);
}
