package com.faultmaven.web.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What was answered once and is answered again. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(
    int status,
    @Nullable String contentType,
    @Nullable String location,
    @Nullable String etag,
    byte[] body) {

  static Answer in(ContentCachingResponseWrapper response) {
    return new Answer(
        response.getStatus(),
        response.getContentType(),
        response.getHeader("Location"),
        response.getHeader("ETag"),
        response.getContentAsByteArray());
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
