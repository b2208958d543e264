package com.faultmaven.web.problems;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for what Tomcat refuses before any filter runs, in place of its HTML page. */
final class ProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  private final ProblemAnswers answers;

  ProblemValve(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      // what Tomcat refuses may come with the exception it refused it by
      if (failure != null && response.getStatus() >= 500) {
        answers.answer(failure, request, response);
      } else {
        answers.answer(WebFailures.ofStatus(response.getStatus(), Map.of()), request, response);
      }
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("The client is gone before the response", gone);
    }
  }
}
