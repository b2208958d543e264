package com.faultmaven.web.contract;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Checks the parameters of a request, and leaves behind which operation its body belongs to. */
final class ContractInterceptor implements HandlerInterceptor {

  private static final String OPERATION = Operation.class.getName();

  private final Contract contract;

  ContractInterceptor(Contract contract) {
    this.contract = contract;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    Operation operation = contract.operation(request.getMethod(), String.valueOf(pattern));
    if (operation != null) {
      request.setAttribute(OPERATION, operation);
      operation.checkParameters(request);
    }
    return true;
  }

  /** The operation the request on this thread is for, or null if it is none of the contract. */
  static @Nullable Operation currentOperation() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request == null
        ? null
        : (Operation) request.getAttribute(OPERATION, RequestAttributes.SCOPE_REQUEST);
  }
}
