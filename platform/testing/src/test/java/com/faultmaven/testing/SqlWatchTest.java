package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"messaging", "casesv1", "app"})
  void refusesAModuleThatOwnsNoneOrOthers(String module) {
    assertThatThrownBy(() -> SqlWatch.refuseForeignTables("select * from cases.cases", module))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Module " + module + " touches cases.cases");
  }

  @ParameterizedTest
  @CsvSource({
    "cases, select * from cases.cases",
    "cases, insert into events.event_publication values (1)",
    "web, select * from edge.idempotency_keys",
    "messaging, select * from events.event_log",
    "database, select * from pg_catalog.pg_stat_activity"
  })
  void letsAModuleUseItsOwnTheRegistryAndWhatIsTheDatabases(String module, String sql) {
    assertThatCode(() -> SqlWatch.refuseForeignTables(sql, module)).doesNotThrowAnyException();
  }
}
