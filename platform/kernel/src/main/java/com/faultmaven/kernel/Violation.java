package com.faultmaven.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where in the body, RFC 6901; null for a parameter
 * @param parameter which query parameter or header; null for the body
 * @param code stable, lower-case: {@code required}, {@code too_long}, …
 * @param detail a sentence for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
    @Nullable String pointer, @Nullable String parameter, String code, String detail) {

  public static Violation inBody(String pointer, String code, String detail) {
    return new Violation(pointer, null, code, detail);
  }

  public static Violation ofParameter(String parameter, String code, String detail) {
    return new Violation(null, parameter, code, detail);
  }
}
