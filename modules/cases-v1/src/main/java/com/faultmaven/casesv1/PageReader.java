package com.faultmaven.casesv1;

import com.faultmaven.kernel.paging.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query of a list and collects what is wrong with it. Unknown parameters are ignored. */
final class PageReader {

  /** The largest whole number every client can tell from its neighbours; times a size it fits. */
  static final long LAST_PAGE = (1L << 53) - 1;

  private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]{1,4000}\\s*");

  private final HttpServletRequest request;
  private final List<Mistake> mistakes = new ArrayList<>();

  PageReader(HttpServletRequest request) {
    this.request = request;
  }

  /** A whole number from 1. */
  long number(String name, long otherwise, long most) {
    String sent = request.getParameter(name);
    if (sent == null) {
      return otherwise;
    }
    if (!NUMBER.matcher(sent).matches()) {
      refuse(
          "int_parsing",
          name,
          "Input should be a valid integer, unable to parse string as an integer",
          sent);
      return otherwise;
    }
    BigInteger number = new BigInteger(sent.strip().replaceFirst("^\\+", ""));
    if (number.signum() <= 0) {
      refuse("greater_than_equal", name, "Input should be greater than or equal to 1", sent);
    } else if (number.compareTo(BigInteger.valueOf(most)) > 0) {
      refuse("less_than_equal", name, "Input should be less than or equal to " + most, sent);
    } else {
      return number.longValueExact();
    }
    return otherwise;
  }

  @Nullable V1Status status() {
    String sent = request.getParameter("status");
    if (sent == null) {
      return null;
    }
    for (V1Status status : V1Status.values()) {
      if (Words.of(status).equals(sent)) {
        return status;
      }
    }
    refuse("enum", "status", Words.choice(V1Status.class), sent);
    return null;
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidV1Request if anything was wrong
   */
  void finish() {
    if (!mistakes.isEmpty()) {
      throw InvalidV1Request.of(mistakes);
    }
  }

  /** A page past every end is empty, however far. */
  static Paging paging(long page, int size) {
    long offset = Math.min((page - 1) * size, Integer.MAX_VALUE);
    return new Paging(size, Math.toIntExact(offset), null);
  }

  private void refuse(String type, String name, String msg, String sent) {
    mistakes.add(new Mistake(type, List.of("query", name), msg, Echo.of(sent)));
  }
}
