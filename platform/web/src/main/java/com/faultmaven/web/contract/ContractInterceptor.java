package com.faultmaven.web.contract;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Checks the parameters of a request against the contract. */
final class ContractInterceptor implements HandlerInterceptor {

  private final Operations operations;

  ContractInterceptor(Operations operations) {
    this.operations = operations;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    RequestRules rules = operations.rulesOf(operations.of(request).operation());
    // what failed is dispatched to the error page, and is not checked again
    if (rules != null && request.getDispatcherType() != DispatcherType.ERROR) {
      rules.checkParameters(request);
    }
    return true;
  }
}
