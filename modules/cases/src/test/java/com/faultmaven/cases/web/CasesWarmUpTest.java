package com.faultmaven.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class CasesWarmUpTest {

  @LocalServerPort private int port;
  @Autowired private CasesWarmUp warmUp;
  @Autowired private SqlWatch sql;

  @Test
  void readsTheNewestCasesAsTheirOwnersDo() {
    Api owner = Api.on(port).asSomebody();
    String path = owner.post("/api/v2/cases", "{}").is(201).header("Location");
    String asked = UUID.randomUUID().toString();
    owner.with("X-Correlation-ID", asked).get(path).is(200);

    String warming = UUID.randomUUID().toString();
    try (var _ = MDC.putCloseable("correlation_id", warming)) {
      warmUp.once();
    }

    List<String> statements = sql.statementsOf(warming);
    assertThat(statements).hasSizeBetween(2, 21);
    assertThat(statements.subList(1, statements.size()))
        .containsOnly(sql.statementsOf(asked).getFirst());
  }
}
