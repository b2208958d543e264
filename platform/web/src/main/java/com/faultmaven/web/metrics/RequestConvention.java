package com.faultmaven.web.metrics;

import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Names nothing but the observation: {@link RequestMeters} asks the request itself. */
final class RequestConvention implements ServerRequestObservationConvention {

  @Override
  public String getName() {
    return "http.request";
  }
}
