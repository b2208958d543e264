package com.faultmaven.web.identity;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Name;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * An identity header as it really arrived: a forged line may stand beside the true one, and a
 * gateway may have folded both into one.
 */
record SentHeader(String name, List<String> lines) {

  static SentHeader of(HttpServletRequest request, String name) {
    Enumeration<String> sent = request.getHeaders(name);
    // most requests lack most of them
    if (!sent.hasMoreElements()) {
      return new SentHeader(name, List.of());
    }
    List<String> lines = new ArrayList<>(1);
    while (sent.hasMoreElements()) {
      lines.add(sent.nextElement().strip());
    }
    return new SentHeader(name, lines);
  }

  /**
   * The one name this header carries, however often.
   *
   * @throws ConflictingIdentity if it carries two
   */
  Optional<String> singleName() {
    String single = "";
    for (String line : lines) {
      int begin = 0;
      while (begin <= line.length()) {
        int comma = line.indexOf(',', begin);
        int end = comma < 0 ? line.length() : comma;
        single = same(single, line.substring(begin, end).strip());
        begin = end + 1;
      }
    }
    return single.isEmpty() ? Optional.empty() : Optional.of(valid(single));
  }

  /** The one line this header consists of; none if it was sent with different ones. */
  Optional<String> singleLine() {
    String single = "";
    for (String line : lines) {
      if (!single.isEmpty() && !line.isEmpty() && !single.equals(line)) {
        return Optional.empty();
      }
      single = single.isEmpty() ? line : single;
    }
    return single.isEmpty() ? Optional.empty() : Optional.of(single);
  }

  /** Whichever is there, if not both are and differ. */
  private String same(String one, String other) {
    if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
      throw ConflictingIdentity.in(name);
    }
    return one.isEmpty() ? other : one;
  }

  private String valid(String value) {
    if (!Name.isValid(value)) {
      throw InvalidRequest.parameter(
          name, "invalid_format", "An id in " + name + " " + Name.RULE + ".");
    }
    return value;
  }
}
