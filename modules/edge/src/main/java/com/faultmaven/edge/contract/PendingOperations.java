package com.faultmaven.edge.contract;

import com.faultmaven.edge.NotImplementedYet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Answers what the contract promises and no controller does yet: 501 instead of 404. */
@Component
final class PendingOperations extends SimpleUrlHandlerMapping {

  PendingOperations(Contract contract) {
    HttpRequestHandler pending = (request, response) -> answer(contract, request, response);
    setUrlMap(
        contract.paths().stream().collect(Collectors.toMap(Function.identity(), _ -> pending)));
    setOrder(100); // after the controllers, before what finds nothing
  }

  private static void answer(
      Contract contract, HttpServletRequest request, HttpServletResponse response)
      throws HttpRequestMethodNotSupportedException {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (contract.operation(request.getMethod(), String.valueOf(pattern)) == null) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod());
    }
    throw NotImplementedYet.of(request.getMethod() + " " + pattern);
  }
}
