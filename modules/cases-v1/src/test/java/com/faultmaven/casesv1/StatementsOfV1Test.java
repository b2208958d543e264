package com.faultmaven.casesv1;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A façade costs at most one statement more than what it stands before. */
@ModuleTest
class StatementsOfV1Test {

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port).asSomebody();
  }

  @Test
  void areAtMostOneMoreThanThoseOfItsTwin() {
    assertThat(cost(v1 -> v1.post("/api/v1/cases", "{}").is(201)))
        .isLessThanOrEqualTo(1 + cost(v2 -> v2.post("/api/v2/cases", "{}").is(201)));
    assertThat(cost(v1 -> v1.get("/api/v1/cases").is(200)))
        .isLessThanOrEqualTo(1 + cost(v2 -> v2.get("/api/v2/cases").is(200)));

    String id = api.post("/api/v1/cases", "{}").is(201).text("/case_id");
    String one = "/api/v1/cases/" + id;
    String two = "/api/v2/cases/" + id;
    assertThat(cost(v1 -> v1.get(one).is(200)))
        .isLessThanOrEqualTo(1 + cost(v2 -> v2.get(two).is(200)));
    assertThat(cost(v1 -> v1.put(one, "{\"title\":\"a\"}").is(200)))
        .isLessThanOrEqualTo(1 + cost(v2 -> v2.patch(two, "{\"title\":\"b\"}").is(200)));
    assertThat(cost(v1 -> v1.post(one + "/status", "{\"status\":\"investigating\"}").is(200)))
        .isLessThanOrEqualTo(
            1 + cost(v2 -> v2.post(two + "/status-changes", "{\"status\":\"resolved\"}").is(201)));
    String other = "/api/v2/cases/" + api.post("/api/v2/cases", "{}").is(201).text("/case_id");
    assertThat(cost(v1 -> v1.delete(one).is(204)))
        .isLessThanOrEqualTo(1 + cost(v2 -> v2.delete(other).is(204)));
  }

  private int cost(Consumer<Api> request) {
    String correlationId = UUID.randomUUID().toString();
    request.accept(api.with("X-Correlation-ID", correlationId));
    return sql.statementsOf(correlationId).size();
  }
}
