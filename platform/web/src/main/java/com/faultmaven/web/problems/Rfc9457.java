package com.faultmaven.web.problems;

import com.faultmaven.web.RequestIds;
import com.faultmaven.web.contract.ContractVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of every answer that no version has a form of its own for, and the base of others. */
public final class Rfc9457 implements ProblemRendering {

  @Override
  public boolean covers(ContractVersion version) {
    return true;
  }

  @Override
  public String contentType() {
    return "application/problem+json";
  }

  @Override
  public Map<String, Object> body(Problem problem, String path, RequestIds ids) {
    return members(problem, problem.type().status(), path, ids);
  }

  /**
   * The members of a problem, in order.
   *
   * @param status of the answer
   */
  public static Map<String, Object> members(
      Problem problem, int status, String path, RequestIds ids) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", problem.type().uri());
    members.put("title", problem.type().title());
    members.put("status", status);
    members.put("detail", problem.detail());
    members.put("instance", path);
    members.put("code", problem.type().name());
    members.put("correlation_id", ids.correlation().value());
    problem.extensions().forEach(members::putIfAbsent);
    return members;
  }
}
