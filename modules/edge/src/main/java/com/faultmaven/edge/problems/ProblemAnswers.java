package com.faultmaven.edge.problems;

import com.faultmaven.edge.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers a request with what went wrong, and logs what is ours to mend, once. */
class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private final ProblemWriter writer;

  ProblemAnswers(ProblemWriter writer) {
    this.writer = writer;
  }

  void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      LOG.debug("the client went away", failure);
      return;
    }
    Problem problem = Diagnosis.of(failure);
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      LOG.error("{} {} failed", request.getMethod(), RequestPath.of(request), failure);
    } else if (problem.type() == ProblemType.SERVICE_UNAVAILABLE) {
      LOG.warn(
          "{} {} is unavailable: {}",
          request.getMethod(),
          RequestPath.of(request),
          NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }
    answer(problem, request, response);
  }

  void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(problem, request, response);
  }
}
