package com.faultmaven.web.problems;

import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.web.contract.ContractVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of every answer that no version has a form of its own for. */
final class Rfc9457 implements ProblemRendering {

  @Override
  public boolean covers(ContractVersion version) {
    return true;
  }

  @Override
  public String contentType() {
    return "application/problem+json";
  }

  @Override
  public Map<String, Object> body(Problem problem, String path, CorrelationId correlationId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", problem.type().uri());
    members.put("title", problem.type().title());
    members.put("status", problem.type().status());
    members.put("detail", problem.detail());
    members.put("instance", path);
    members.put("code", problem.type().name());
    members.put("correlation_id", correlationId.value());
    problem.extensions().forEach(members::putIfAbsent);
    return members;
  }
}
