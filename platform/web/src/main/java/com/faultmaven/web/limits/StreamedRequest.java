package com.faultmaven.web.limits;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request whose body is read as it comes, in bounded time and up to a bound. */
final class StreamedRequest extends HttpServletRequestWrapper {

  private final ServletInputStream body;

  private StreamedRequest(HttpServletRequest request, ServletInputStream body) {
    super(request);
    this.body = body;
  }

  /**
   * Reads nothing yet.
   *
   * @throws UnsupportedCoding if the body is compressed
   * @throws BodyTooLarge by its announced length
   */
  static StreamedRequest of(HttpServletRequest request, long limit, Duration deadline) {
    UnsupportedCoding.refuseAnyIn(request);
    if (request.getContentLengthLong() > limit) {
      throw BodyTooLarge.over(limit);
    }
    try {
      // from now on the container does not look for parameters in it
      ServletInputStream sent = request.getInputStream();
      return new StreamedRequest(request, new BoundedBody(sent, limit, deadline, request));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public ServletInputStream getInputStream() {
    return body;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }
}
