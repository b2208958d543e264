package com.faultmaven.app.operations.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.database.ConfiguredDatabase;
import com.faultmaven.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class DatabaseCheckTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, true, that of the database",
    "PT0.3S, true, that of the database",
    "PT1H, false, This machine's clock is \\d+ s ahead of the database's.*",
    "PT-1M, false, This machine's clock is \\d+ s behind the database's.*"
  })
  void comparesTheClocks(Duration ahead, boolean good, String words) {
    String[] settings = {"--spring.datasource.url=" + TestDatabase.jdbcUrl()};
    MockEnvironment environment =
        new MockEnvironment().withProperty("spring.datasource.url", TestDatabase.jdbcUrl());
    DatabaseCheck check =
        new DatabaseCheck(
            Objects.requireNonNull(ConfiguredDatabase.details(environment)),
            settings,
            Clock.offset(Clock.systemUTC(), ahead));

    assertThat(check.findings())
        .filteredOn(finding -> finding.subject().equals("clock"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.isGood()).isEqualTo(good);
              assertThat(finding.words()).matches(words);
            });
  }
}
