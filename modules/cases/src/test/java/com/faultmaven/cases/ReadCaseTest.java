package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ReadCaseTest {

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    path = api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  @Test
  void answers304ToWhoeverHasSeenThisVersion() {
    String etag = api.get(path).is(200).header("ETag");

    assertThat(api.with("If-None-Match", etag).get(path).is(304).header("ETag")).isEqualTo(etag);
    assertThat(api.with("If-None-Match", "\"0\", " + etag).get(path).status()).isEqualTo(304);
    assertThat(api.with("If-None-Match", "\"999\"").get(path).status()).isEqualTo(200);
  }

  @Test
  void costsOneStatement() {
    String request = UUID.randomUUID().toString();

    api.with("X-Correlation-ID", request).get(path).is(200);

    assertThat(sql.statementsOf(request)).hasSize(1);
  }

  @Test
  void hidesAForeignCaseFromEveryOperation() {
    Api stranger = Api.on(port).asSomebody();
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "[\"admin\"]");

    for (Api other : new Api[] {stranger, admin}) {
      other.get(path).is(404, "CASE_NOT_FOUND");
      other.patch(path, "{\"title\":\"mine now\"}").is(404, "CASE_NOT_FOUND");
      other.delete(path).is(404, "CASE_NOT_FOUND");
      other.post(path + "/status-changes", "{\"status\":\"closed\"}").is(404, "CASE_NOT_FOUND");
      other.get(path + "/status-changes").is(404, "CASE_NOT_FOUND");
      other.put(path + "/archive").is(404, "CASE_NOT_FOUND");
      other.delete(path + "/archive").is(404, "CASE_NOT_FOUND");
      assertThat(other.get("/api/v2/cases").is(200).at("/total").asInt()).isZero();
      assertThat(other.get("/api/v2/cases/facets").is(200).at("/total").asInt()).isZero();
    }
    assertThat(api.get(path).is(200).at("/version").asInt()).isEqualTo(1);
  }

  @Test
  void doesNotTellAForeignCaseFromOneThatIsNotThere() {
    Answer foreign = Api.on(port).asSomebody().get(path).is(404);
    Answer absent = Api.on(port).asSomebody().get("/api/v2/cases/case_000000000000").is(404);

    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(foreign.text("/detail").replace(id, "case_000000000000"))
        .isEqualTo(absent.text("/detail"));
  }

  @Test
  void knowsNoCaseByAnIdThatLooksWrong() {
    for (String wrong :
        new String[] {"x", "case_", "CASE_0123456789ab", "case_0123456789ab%20", "%F0%9F%94%A5"}) {
      api.get("/api/v2/cases/" + wrong).is(404, "CASE_NOT_FOUND");
    }
    api.get("/api/v2/cases/" + "x".repeat(3000)).is(404, "CASE_NOT_FOUND");
  }
}
