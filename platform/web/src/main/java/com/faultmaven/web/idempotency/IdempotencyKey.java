package com.faultmaven.web.idempotency;

import com.faultmaven.kernel.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one intention of a caller.
 *
 * @param value 8 to 255 of {@code A-Za-z0-9_-}
 */
record IdempotencyKey(String value) {

  static final String HEADER = "Idempotency-Key";
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{8,255}");

  /**
   * Refuses a key where none is taken: its sender must not believe that it helps.
   *
   * @throws InvalidRequest if there is one
   */
  static void refuseAnyIn(HttpServletRequest request) {
    if (request.getHeader(HEADER) != null) {
      throw InvalidRequest.parameter(
          HEADER, "unknown_parameter", "This operation takes no " + HEADER + ".");
    }
  }

  /**
   * The key the request carries, if any.
   *
   * @throws InvalidRequest if it is not of the form, or there are two
   */
  static Optional<IdempotencyKey> of(HttpServletRequest request) {
    List<String> sent = Collections.list(request.getHeaders(HEADER)).stream().distinct().toList();
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    if (sent.size() > 1 || !VALID.matcher(sent.getFirst()).matches()) {
      throw InvalidRequest.parameter(
          HEADER, "invalid_format", HEADER + " must be one of 8 to 255 characters A-Za-z0-9_-.");
    }
    return Optional.of(new IdempotencyKey(sent.getFirst()));
  }
}
