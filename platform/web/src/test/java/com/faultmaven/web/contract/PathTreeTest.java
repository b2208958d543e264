package com.faultmaven.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTreeTest {

  private static final ContractVersion OLD = new ContractVersion("cases", "v1");
  private static final ContractVersion OTHER = new ContractVersion("evidence", "v1");

  private final PathTree paths = new PathTree();

  PathTreeTest() {
    paths.leave("/api/v1/cases", OLD);
    paths.leave("/api/v1/cases/{case_id}/evidence/old", OTHER);
    add(OTHER, "PATCH /api/v1/cases/{id}");
    add(OLD, "GET /api/v1/cases", "POST /api/v1/cases");
    add(OLD, "GET /api/v1/cases/{case_id}", "DELETE /api/v1/cases/{case_id}");
    add(OLD, "GET /api/v1/cases/session/{session_id}", "POST /api/v1/cases/{case_id}/status");
    add(OLD, "GET /api/v1/cases/facets", "GET /health");
    add(OTHER, "GET /api/v1/cases/{case_id}/evidence", "GET /api/v1/a/{x}/c/d");
    add(OTHER, "GET /api/v1/a/b/{y}/{z}");
  }

  private void add(ContractVersion version, String... operations) {
    for (String operation : operations) {
      paths.add(operation(version, operation, false));
    }
  }

  private static Operation operation(ContractVersion version, String name, boolean open) {
    String[] parts = name.split(" ");
    return new Operation(
        name, version, "id", parts[0], parts[1], open, List.of(), false, true, false, null, false,
        false, false);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/cases, GET /api/v1/cases",
    "HEAD, /api/v1/cases, GET /api/v1/cases",
    "GET, /api/v1/c%61ses/x%2Fy, GET /api/v1/cases/{case_id}",
    "GET, /api/v1/cases/a;b=c, GET /api/v1/cases/{case_id}",
    "GET, /api/v1/cases/%zz, GET /api/v1/cases/{case_id}",
    "GET, /api/v1/cases/facets, GET /api/v1/cases/facets",
    "DELETE, /api/v1/cases/facets, DELETE /api/v1/cases/{case_id}",
    "PATCH, /api/v1/cases/1, PATCH /api/v1/cases/{id}",
    "GET, /api/v1/cases/session/status, GET /api/v1/cases/session/{session_id}",
    "POST, /api/v1/cases/session/status, POST /api/v1/cases/{case_id}/status",
    "GET, /api/v1/cases/session/evidence, GET /api/v1/cases/session/{session_id}",
    "GET, /api/v1/a/b/c/d, GET /api/v1/a/b/{y}/{z}",
    "GET, /api/v1/a/x/c/d, GET /api/v1/a/{x}/c/d",
    "GET, /api/v1/a/b/x/d, GET /api/v1/a/b/{y}/{z}",
  })
  void findsTheOperationThatFitsBest(String method, String path, String operation) {
    assertThat(paths.find(method, path).operation()).hasToString(operation);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "PUT, /api/v1/cases/1, cases.v1, /api/v1/cases/{id}",
        "PUT, /api/v1/cases/1/evidence, evidence.v1, /api/v1/cases/{case_id}/evidence",
        "GET, /api/v1/cases/, cases.v1, -",
        "GET, /api/v1/cases//, cases.v1, -",
        "GET, /api/v1/cases/1/2/3, cases.v1, -",
        "GET, /api/v1/cases/1/evidence/2, cases.v1, -",
        "GET, /api/v1/cases/1/evidence/old/2, evidence.v1, -",
        "GET, /api/v1/casesx, -, -",
        "GET, /api/v1, -, -",
        "GET, //api/v1/cases, -, -",
        "GET, /, -, -",
        "GET, '', -, -",
        "GET, nowhere, -, -",
        "BREW, /health, -, /health",
      })
  void knowsWhoAnswersForTheRest(
      String method, String path, @Nullable String version, @Nullable String template) {
    Route route = paths.find(method, path);
    assertThat(route.operation()).isNull();
    assertThat(route.version() == null ? null : route.version().toString()).isEqualTo(version);
    assertThat(route.template()).isEqualTo(template);
    assertThat(route.open()).isFalse();
  }

  @Test
  void isOfNoVersionOutsideTheApi() {
    assertThat(paths.find("GET", "/health").version()).isNull();
  }

  @Test
  void asksNobodyWhereEveryOperationOfAPathIsPublic() {
    paths.add(operation(OTHER, "GET /api/v1/news", true));
    assertThat(paths.find("DELETE", "/api/v1/news").open()).isTrue();

    paths.add(operation(OTHER, "POST /api/v1/news", false));
    assertThat(paths.find("DELETE", "/api/v1/news").open()).isFalse();
    assertThat(paths.find("GET", "/api/v1/news").open()).isTrue();
  }

  @Test
  void survivesPathsNobodyWouldAskFor() {
    assertThat(paths.find("GET", "/api/v1/cases" + "/x".repeat(100_000)).version()).isEqualTo(OLD);
  }

  @Test
  void refusesOperationsThatTwoDocumentsHave() {
    assertThatIllegalStateException()
        .isThrownBy(() -> add(OTHER, "GET /api/v1/cases/{some}"))
        .withMessage("cases.v1 and evidence.v1 both have GET /api/v1/cases/{some}.");
    assertThatIllegalStateException()
        .isThrownBy(() -> paths.leave("/api/v1/cases", OTHER))
        .withMessageContaining("both answer for what is unmatched below /api/v1/cases");
    assertThatIllegalStateException()
        .isThrownBy(() -> add(OTHER, "GET /api/v1/files/{name}.json"))
        .withMessageContaining("a variable is a whole segment");
  }
}
