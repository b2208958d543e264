package com.faultmaven.web.problems;

import com.faultmaven.web.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers for everything that fails outside the controllers, other filters above all. */
final class ProblemFilter extends RequestFilter {

  private final ProblemAnswers answers;

  ProblemFilter(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (Throwable failure) {
      answers.answer(failure, request, response);
    }
  }
}
