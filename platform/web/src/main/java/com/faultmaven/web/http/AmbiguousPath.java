package com.faultmaven.web.http;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** The path could be read in more than one way. */
final class AmbiguousPath extends Refusal {

  private AmbiguousPath(String detail) {
    super(CommonProblem.BAD_REQUEST, detail);
  }

  static AmbiguousPath dots() {
    return new AmbiguousPath("The path has a segment that is . or .., which leads elsewhere.");
  }

  static AmbiguousPath notUtf8() {
    return new AmbiguousPath("The path has percent-escapes that are not UTF-8.");
  }
}
