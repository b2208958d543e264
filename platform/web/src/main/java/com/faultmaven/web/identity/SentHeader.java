package com.faultmaven.web.identity;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Name;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An identity header as it really arrived: a forged line may stand beside the true one, and a
 * gateway may have folded both into one.
 */
record SentHeader(String name, List<String> lines) {

  static SentHeader of(HttpServletRequest request, String name) {
    return new SentHeader(
        name, Collections.list(request.getHeaders(name)).stream().map(String::strip).toList());
  }

  /**
   * The one name this header carries, however often.
   *
   * @throws ConflictingIdentity if it carries two
   */
  Optional<String> singleName() {
    List<String> values =
        lines.stream()
            .flatMap(line -> Stream.of(line.split(",")))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    if (values.size() > 1) {
      throw ConflictingIdentity.in(name);
    }
    return values.stream().findFirst().map(this::valid);
  }

  /** The one line this header consists of; none if it was sent with different ones. */
  Optional<String> singleLine() {
    List<String> values = lines.stream().filter(line -> !line.isEmpty()).distinct().toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private String valid(String value) {
    if (!Name.isValid(value)) {
      throw InvalidRequest.parameter(
          name, "invalid_format", "An id in " + name + " " + Name.RULE + ".");
    }
    return value;
  }
}
