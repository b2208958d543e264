package com.faultmaven.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what was refused by {@code sendError}; stands in for Boot's own. */
@Controller
class ErrorPage implements ErrorController {

  private final ProblemAnswers answers;

  ErrorPage(ProblemAnswers answers) {
    this.answers = answers;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (failure instanceof Throwable thrown) {
      answers.answer(thrown, request, response);
    } else {
      int known = status instanceof Integer code ? code : 404;
      answers.answer(WebFailures.ofStatus(known, Map.of()), request, response);
    }
  }
}
