package com.faultmaven.web.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What was answered once and is answered again.
 *
 * @param kept whether its body is here, and may be given again
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(
    int status,
    @Nullable String contentType,
    @Nullable String location,
    @Nullable String etag,
    byte[] body,
    boolean kept) {

  static Answer in(ContentCachingResponseWrapper response) {
    return new Answer(
        response.getStatus(),
        response.getContentType(),
        response.getHeader("Location"),
        response.getHeader("ETag"),
        response.getContentAsByteArray(),
        true);
  }

  /** What may be kept of it when it holds a secret. */
  Answer withoutContent() {
    return new Answer(status, null, location, null, new byte[0], false);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  void replayTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setHeader("Idempotency-Replayed", "true");
    response.setContentType(contentType);
    response.setHeader("Location", location);
    response.setHeader("ETag", etag);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
