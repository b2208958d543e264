package com.faultmaven.web.problems;

import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem in the form of the version that answers, whatever the caller accepts. */
class ProblemWriter {

  /** Say something about a representation that is not sent after all. */
  private static final List<String> OF_THE_ANSWER_THAT_FAILED =
      List.of("Content-Encoding", "Content-Language", "ETag", "Last-Modified", "Location");

  private static final ProblemRendering EVERYWHERE_ELSE = new Rfc9457();

  private final JsonMapper json;
  private final Operations operations;
  private final List<ProblemRendering> renderings;
  private final List<ProblemHeaders> headers;

  ProblemWriter(
      JsonMapper json,
      Operations operations,
      Stream<ProblemRendering> renderings,
      Stream<ProblemHeaders> headers) {
    this.json = json;
    this.operations = operations;
    this.headers = headers.toList();
    this.renderings = renderings.toList();
  }

  void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    String path = RequestPath.of(request);
    RequestIds ids = RequestIds.of(request);
    ProblemRendering rendering = renderingOf(operations.of(request).version());
    byte[] body = json.writeValueAsBytes(rendering.body(problem, path, ids));
    response.resetBuffer();
    OF_THE_ANSWER_THAT_FAILED.forEach(name -> response.setHeader(name, null));
    response.setStatus(rendering.status(problem));
    ids.setOn(response);
    response.setHeader("X-Error-Code", problem.type().name());
    response.setHeader("Cache-Control", "no-store");
    headers.forEach(some -> some.addTo(response, request));
    problem.headers().forEach(response::setHeader);
    response.setContentType(rendering.contentType());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  private ProblemRendering renderingOf(@Nullable ContractVersion version) {
    return version == null
        ? EVERYWHERE_ELSE
        : renderings.stream()
            .filter(some -> some.covers(version))
            .findFirst()
            .orElse(EVERYWHERE_ELSE);
  }
}
