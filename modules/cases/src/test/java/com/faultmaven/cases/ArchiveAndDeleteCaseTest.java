package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ArchiveAndDeleteCaseTest {

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    path = api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  @Test
  void putsACaseAsideAndTakesItBack() {
    assertThat(api.put(path + "/archive").is(204).header("ETag")).isEqualTo("\"2\"");
    assertThat(api.get(path).at("/archived_at").isString()).isTrue();
    assertThat(api.get("/api/v2/cases").at("/total").asInt()).isZero();
    assertThat(api.get("/api/v2/cases?include_archived=true").at("/total").asInt()).isOne();

    assertThat(api.delete(path + "/archive").is(204).header("ETag")).isEqualTo("\"3\"");
    assertThat(api.get(path).at("/archived_at").isNull()).isTrue();
    assertThat(api.get("/api/v2/cases").at("/total").asInt()).isOne();
  }

  @Test
  void canBeRepeatedWithoutAnEffect() {
    assertThat(api.delete(path + "/archive").is(204).header("ETag")).isEqualTo("\"1\"");
    api.put(path + "/archive").is(204);
    String archivedAt = api.get(path).text("/archived_at");

    assertThat(api.put(path + "/archive").is(204).header("ETag")).isEqualTo("\"2\"");
    assertThat(api.get(path).text("/archived_at")).isEqualTo(archivedAt);
  }

  @Test
  void honoursIfMatch() {
    Api stale = api.with("If-Match", "\"9\"");

    stale.put(path + "/archive").is(412, "VERSION_CONFLICT");
    stale.delete(path + "/archive").is(412, "VERSION_CONFLICT");
    stale.delete(path).is(412, "VERSION_CONFLICT");
    stale.post(path + "/status-changes", "{\"status\":\"closed\"}").is(412, "VERSION_CONFLICT");
    assertThat(api.get(path).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void deletesForGood() {
    api.post(path + "/status-changes", "{\"status\":\"closed\"}").is(201);

    api.delete(path).is(204);

    api.get(path).is(404, "CASE_NOT_FOUND");
    api.get(path + "/status-changes").is(404, "CASE_NOT_FOUND");
    api.delete(path).is(404, "CASE_NOT_FOUND");
    assertThat(api.get("/api/v2/cases?include_archived=true").at("/total").asInt()).isZero();
  }
}
