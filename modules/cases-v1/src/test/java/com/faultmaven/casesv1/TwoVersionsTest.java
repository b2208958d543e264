package com.faultmaven.casesv1;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one version writes the other reads, without loss. */
@ModuleTest
class TwoVersionsTest {

  @LocalServerPort private int port;
  private Api api;
  private String v1 = "";
  private String v2 = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    String id = api.post("/api/v1/cases", "{\"tags\":[\"B\",\"a\",\"b\",\"\"]}").text("/case_id");
    v1 = "/api/v1/cases/" + id;
    v2 = "/api/v2/cases/" + id;
  }

  @ParameterizedTest
  @CsvSource({
    "active,consulting,false",
    "investigating,investigating,false",
    "resolved,resolved,false",
    "closed,closed,false",
    "archived,consulting,true"
  })
  void readTheSameStatus(String written, String read, boolean archived) {
    api.put(v1, "{\"status\":\"" + written + "\"}").is(200);

    Answer seen = api.get(v2).is(200);
    assertThat(seen.text("/status")).isEqualTo(read);
    assertThat(seen.at("/archived_at").isNull()).isEqualTo(!archived);
    assertThat(api.get(v1).text("/status")).isEqualTo(written);
  }

  @Test
  void shareTheHistory() {
    api.put(v1, "{\"status\":\"closed\"}").is(200);
    api.put(v1, "{\"status\":\"active\"}").is(200);

    assertThat(
            api.get(v2 + "/status-changes").at("/status_changes").findValuesAsString("to_status"))
        .containsExactly("closed", "consulting");
  }

  @Test
  void keepTheStatusUnderTheArchiveFlag() {
    api.put(v1, "{\"status\":\"resolved\"}").is(200);
    api.put(v2 + "/archive").is(204);
    assertThat(api.get(v1).text("/status")).isEqualTo("archived");

    api.delete(v2 + "/archive").is(204);
    assertThat(api.get(v1).text("/status")).isEqualTo("resolved");
  }

  @Test
  void seeTagsAsAListAndAsASet() {
    assertThat(api.get(v1).at("/tags").toString()).isEqualTo("[\"B\",\"a\",\"b\",\"\"]");
    assertThat(api.get(v2).at("/tags").toString()).isEqualTo("[\"B\",\"a\"]");
    assertThat(api.get(v2 + "/tags").at("/tags").toString()).isEqualTo("[\"B\",\"a\"]");

    api.put(v1, "{\"tags\":[\"a\",\"a\"]}").is(200);
    assertThat(api.get(v1).at("/tags").toString()).isEqualTo("[\"a\",\"a\"]");
    assertThat(api.get(v2).at("/tags").toString()).isEqualTo("[\"a\"]");

    api.post(v2 + "/tags", "{\"tags\":[\"c\"]}").is(200);
    assertThat(api.get(v1).at("/tags").toString()).isEqualTo("[\"a\",\"c\"]");
    assertThat(api.get("/api/v2/cases?tag=c").at("/total").asInt()).isOne();
  }

  @Test
  void seeEachOthersChanges() {
    api.patch(v2, "{\"title\":\"from v2\",\"session_id\":\"s\",\"metadata\":{\"a\":1}}").is(200);
    Answer seen = api.get(v1);
    assertThat(seen.text("/title")).isEqualTo("from v2");
    assertThat(seen.text("/session_id")).isEqualTo("s");

    String etag = api.get(v2).header("ETag");
    api.put(v1, "{}").is(200);
    api.with("If-Match", etag).patch(v2, "{\"title\":\"stale\"}").is(412, "VERSION_CONFLICT");
    api.delete(v1).is(204);
    api.get(v2).is(404, "CASE_NOT_FOUND");
  }
}
