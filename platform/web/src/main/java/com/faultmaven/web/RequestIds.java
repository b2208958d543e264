package com.faultmaven.web;

import com.faultmaven.kernel.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request is called, also where no thread is bound to it: in the container itself.
 *
 * @param correlation in logs, events and problems
 * @param request in the answer only; 1 to 128 of {@code A-Za-z0-9._-}
 */
public record RequestIds(CorrelationId correlation, String request) {

  static final String HEADER = "X-Request-ID";

  private static final String ATTRIBUTE = RequestIds.class.getName();
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /** What the client sent if it is valid, else new ones; the same for the whole request. */
  public static RequestIds of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof RequestIds known) {
      return known;
    }
    RequestIds ids = of(request.getHeader(CorrelationId.HEADER), request.getHeader(HEADER));
    request.setAttribute(ATTRIBUTE, ids);
    return ids;
  }

  /** One stands for the other where that was not sent. */
  private static RequestIds of(@Nullable String sentCorrelation, @Nullable String sentRequest) {
    String request =
        sentRequest != null && VALID.matcher(sentRequest).matches() ? sentRequest : null;
    CorrelationId correlation =
        sentCorrelation != null && CorrelationId.isValid(sentCorrelation)
            ? CorrelationId.of(sentCorrelation)
            : CorrelationId.of(request);
    return new RequestIds(correlation, request == null ? correlation.value() : request);
  }

  /** Sends both along with the answer. */
  public void setOn(HttpServletResponse response) {
    response.setHeader(CorrelationId.HEADER, correlation.value());
    response.setHeader(HEADER, request);
  }

  boolean differ() {
    return !request.equals(correlation.value());
  }
}
