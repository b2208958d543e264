package com.faultmaven.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Header fields that every problem carries, also those answered where no filter runs. A bean of
 * this type adds its own.
 */
public interface ProblemHeaders {

  /** Adds what belongs to the answer to this request. */
  void addTo(HttpServletResponse response, HttpServletRequest request);
}
