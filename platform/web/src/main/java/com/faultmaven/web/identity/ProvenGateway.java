package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Asks for proof that a request comes from the gateway before anything in it is believed. */
record ProvenGateway(GatewayProof proof, CallerSource callers) implements CallerSource {

  @Override
  public Caller callerOf(HttpServletRequest request) {
    proof.requireOf(request);
    return callers.callerOf(request);
  }

  @Override
  public boolean isNamedIn(HttpServletRequest request) {
    return callers.isNamedIn(request);
  }
}
