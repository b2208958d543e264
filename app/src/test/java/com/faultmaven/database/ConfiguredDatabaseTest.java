package com.faultmaven.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ConfiguredDatabaseTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://a/b, postgresql://c/d, SPRING",
    "jdbc:postgresql://a/b, '', SPRING",
    "' ', postgresql://c/d, DATABASE_URL",
    "'', sqlite:///x, DATABASE_URL",
    "'', ' ', NONE"
  })
  void isDecidedByTheFirstThatHasText(String spring, String url, ConfiguredDatabase decided) {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("spring.datasource.url", spring)
            .withProperty("DATABASE_URL", url);

    assertThat(ConfiguredDatabase.of(environment)).isEqualTo(decided);
  }

  @Test
  void isNoneWhenNothingIsSet() {
    assertThat(ConfiguredDatabase.of(new MockEnvironment())).isEqualTo(ConfiguredDatabase.NONE);
  }

  @Test
  void takesTheUrlAsItStands() {
    String url = "postgresql://fm:${x@db/cases";
    MockEnvironment environment = new MockEnvironment().withProperty("DATABASE_URL", url);

    assertThat(ConfiguredDatabase.databaseUrl(environment)).isEqualTo(url);
  }
}
