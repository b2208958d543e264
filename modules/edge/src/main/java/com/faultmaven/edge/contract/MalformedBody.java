package com.faultmaven.edge.contract;

import com.faultmaven.edge.ProblemType;
import com.faultmaven.edge.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** The request body cannot be read at all. */
final class MalformedBody extends Refusal {

  private MalformedBody(String detail) {
    super(ProblemType.MALFORMED_BODY, detail);
  }

  static MalformedBody empty() {
    return new MalformedBody("The request body is empty; a JSON object is expected.");
  }

  static MalformedBody breaksOff() {
    return new MalformedBody("The request body breaks off or cannot be read.");
  }

  static MalformedBody notUtf8() {
    return new MalformedBody("The request body is not valid UTF-8.");
  }

  /**
   * @param place where reading it failed, if the parser knows
   */
  static MalformedBody notJson(@Nullable TokenStreamLocation place) {
    String where =
        place == null
            ? "it is nested too deeply or has an endless number"
            : "reading it failed in line %d, column %d"
                .formatted(place.getLineNr(), place.getColumnNr());
    return new MalformedBody(
        "The request body must be one valid JSON value without repeated property names; "
            + where
            + ".");
  }
}
