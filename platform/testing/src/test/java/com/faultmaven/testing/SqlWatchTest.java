package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlWatchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from cases.cases c join edge.idempotency_keys k on true",
        "INSERT INTO edge.idempotency_keys values (1)",
        "update edge.idempotency_keys set status = 1",
        "delete from edge.idempotency_keys"
      })
  void refusesAModuleThatReachesIntoAnothersSchema(String sql) {
    assertThatThrownBy(() -> SqlWatch.refuseForeignTables(sql, "cases"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("edge.idempotency_keys");
  }

  @Test
  void letsAModuleUseItsOwnAndTheRegistry() {
    assertThatCode(
            () -> {
              SqlWatch.refuseForeignTables("select * from cases.cases", "cases");
              SqlWatch.refuseForeignTables("insert into events.event_publication", "cases");
            })
        .doesNotThrowAnyException();
  }
}
