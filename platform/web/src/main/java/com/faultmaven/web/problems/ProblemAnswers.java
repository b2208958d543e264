package com.faultmaven.web.problems;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.web.SentRequest;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/** Answers a request with what went wrong, and logs what is ours to mend, once. */
class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private final ProblemWriter writer;
  private final Operations operations;
  private final Warnings warnings = new Warnings(System::nanoTime);

  ProblemAnswers(ProblemWriter writer, Operations operations) {
    this.writer = writer;
    this.operations = operations;
  }

  void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = Diagnosis.of(failure);
    if (problem.type() == CommonProblem.INTERNAL_ERROR) {
      if (isClientGone(failure)) {
        LOG.debug("the client went away", failure);
        return;
      }
      LOG.error("{} {} failed", SentRequest.method(request), route(request), failure);
    } else if (problem.type() == CommonProblem.SERVICE_UNAVAILABLE && warnings.isDue()) {
      LOG.warn(
          "{} {} is unavailable: {}",
          SentRequest.method(request),
          route(request),
          NestedExceptionUtils.getMostSpecificCause(failure).toString());
    }
    answer(problem, request, response);
  }

  void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(problem, request, response);
  }

  /** A path may name somebody, and is no business of the log. */
  private String route(HttpServletRequest request) {
    String template = operations.of(request).template();
    return template != null
        ? template
        : request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                instanceof String pattern
            ? pattern
            : "(no route)";
  }

  /** Only a failure to write the answer: what broke elsewhere is no reason to say nothing. */
  private static boolean isClientGone(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientAbortException
          || cause instanceof AsyncRequestNotUsableException) {
        return true;
      }
    }
    return false;
  }
}
