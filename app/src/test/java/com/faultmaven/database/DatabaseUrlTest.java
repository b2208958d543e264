package com.faultmaven.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          postgresql://fm:pw@db:5433/cases                  | jdbc:postgresql://db:5433/cases | fm | pw
          postgres://fm:pw@db/cases                         | jdbc:postgresql://db/cases | fm | pw
          postgresql+asyncpg://fm:pw@db/cases               | jdbc:postgresql://db/cases | fm | pw
          postgresql+psycopg2://fm:pw@db/cases              | jdbc:postgresql://db/cases | fm | pw
          ' postgresql://fm:pw@db/cases '                   | jdbc:postgresql://db/cases | fm | pw
          postgresql://db/cases                             | jdbc:postgresql://db/cases | - | -
          postgresql://fm@db/cases                          | jdbc:postgresql://db/cases | fm | -
          postgresql:///cases                               | jdbc:postgresql:///cases | - | -
          postgresql://fm:pw@db                             | jdbc:postgresql://db/ | fm | pw
          postgresql://fm:pw@[2001:db8::1]:5433/cases       | jdbc:postgresql://[2001:db8::1]:5433/cases | fm | pw
          postgresql://fm:pw@a:1,b:2/cases                  | jdbc:postgresql://a:1,b:2/cases | fm | pw
          postgresql://f%40m:p%2Fw%3A%25+%C3%BC@db/cases    | jdbc:postgresql://db/cases | f@m | p/w:%+ü
          postgresql://fm:p@w:x@db/cases                    | jdbc:postgresql://db/cases | fm | p@w:x
          postgresql://fm:${pw}@db/cases                    | jdbc:postgresql://db/cases | fm | ${pw}
          postgresql://fm:pw@db/my%20cases                  | jdbc:postgresql://db/my+cases | fm | pw
          postgresql://db/cases?user=fm&password=p%20w      | jdbc:postgresql://db/cases | fm | p w
          jdbc:postgresql://db:5433/cases                   | jdbc:postgresql://db:5433/cases | - | -
          jdbc:postgresql://db/cases?user=fm&password=p%26w | jdbc:postgresql://db/cases | fm | p&w
          jdbc:postgresql:cases                             | jdbc:postgresql:cases | - | -
          """)
  void readsWhereAndWho(String text, String jdbcUrl, String username, String password) {
    assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl(jdbcUrl, username, password));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://db/c?sslmode=verify-full&sslrootcert=/ca.pem | sslmode=verify-full&sslrootcert=%2Fca.pem
          postgresql+asyncpg://db/c?ssl=require                     | sslmode=require
          postgresql+asyncpg://db/c?ssl=true                        | sslmode=require
          postgresql+asyncpg://db/c?ssl=false                       | sslmode=disable
          postgresql+asyncpg://db/c?ssl=verify-ca                   | sslmode=verify-ca
          postgresql://db/c?application_name=fm&connect_timeout=3   | ApplicationName=fm&connectTimeout=3
          postgresql://db/c?target_session_attrs=read-write         | targetServerType=primary
          postgresql://db/c?channel_binding=require                 | channelBinding=require
          jdbc:postgresql://db/c?ssl=true&user=fm                   | ssl=true
          """)
  void passesParametersOnInTheDriversWords(String text, String query) {
    assertThat(DatabaseUrl.parse(text).jdbcUrl()).isEqualTo("jdbc:postgresql://db/c?" + query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite+aiosqlite:///./fm_cases.db",
        "mysql://fm:s3cret@db/cases",
        "http://fm:s3cret@db/cases",
        "postgresq://fm:s3cret@db/cases",
        "jdbc:mysql://db/cases?password=s3cret",
        "fm:s3cret@db/cases",
        "s3cret",
        "postgresql://fm:s3cret@db:99999/cases",
        "postgresql://fm:s3cret@db:http/cases",
        "postgresql://fm:s3cret%zz@db/cases",
        "postgresql://fm:s3cret@d b/cases",
        "postgresql://fm:s3cret/x@db/cases",
        "jdbc:postgresql://db/cases?password=s3cret%zz"
      })
  void refusesEverythingElseWithoutRepeatingASecret(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("DATABASE_URL")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  @Test
  void namesTheSchemeItCannotUse() {
    assertThatThrownBy(() -> DatabaseUrl.parse("sqlite+aiosqlite:///./fm_cases.db"))
        .hasMessageContaining("sqlite+aiosqlite");
  }

  @Test
  void keepsThePasswordOutOfLogs() {
    assertThat(DatabaseUrl.parse("postgresql://fm:s3cret@db/cases"))
        .asString()
        .doesNotContain("s3cret");
  }
}
