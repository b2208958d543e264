package com.faultmaven.web.contract;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** The request body cannot be read at all. */
final class MalformedBody extends Refusal {

  private MalformedBody(String detail) {
    super(CommonProblem.MALFORMED_BODY, detail);
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

  static MalformedBody noForm() {
    return new MalformedBody("The request body is no form whose fields are escaped correctly.");
  }

  static MalformedBody notJson(JacksonException failure) {
    return new MalformedBody(
        "The request body must be one valid JSON value without repeated property names; "
            + reason(failure)
            + ".");
  }

  private static String reason(JacksonException failure) {
    if (failure instanceof StreamConstraintsException) {
      return "this one is nested too deeply or has too many parts";
    }
    TokenStreamLocation place = failure.getLocation();
    return place == null
        ? "reading it failed"
        : "reading it failed in line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
