package com.faultmaven.reports;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.List;
import java.util.stream.Collectors;

/** Cases of tests, and what is done with reports in them. */
public final class Cases {

  private Cases() {}

  /** A case without anything; gives its id. */
  public static String opened(Api owner) {
    return owner.post("/api/v2/cases", "{\"title\": \"Roof\"}").is(201).text("/case_id");
  }

  /** A case that is opened from reports. */
  public static Answer openedFrom(Api owner, String... reports) {
    return owner
        .post(
            "/api/v1/reports/cases",
            "{\"title\": \"Roof\", \"report_ids\": [%s]}".formatted(quoted(List.of(reports))))
        .is(201);
  }

  public static Answer link(Api who, String caseId, String... reports) {
    return who.post(
        path(caseId, "linked-reports"),
        "{\"report_ids\": [%s]}".formatted(quoted(List.of(reports))));
  }

  public static Answer merge(Api who, String target, String... sources) {
    return who.post(
        path(target, "merge"),
        "{\"source_case_ids\": [%s], \"reason\": \"the same roof\"}"
            .formatted(quoted(List.of(sources))));
  }

  public static Answer unmerge(Api who, String target, String source) {
    return who.post(path(target, "unmerge"), "{\"source_case_id\": \"%s\"}".formatted(source));
  }

  public static void share(Api owner, String caseId, String user, String role) {
    owner.put("/api/v2/cases/" + caseId + "/participants/" + user, "{\"role\": \"" + role + "\"}");
  }

  public static String path(String caseId, String rest) {
    return "/api/v1/cases/" + caseId + "/" + rest;
  }

  private static String quoted(List<String> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
  }
}
