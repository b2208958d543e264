package com.faultmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** While a deployment is updated, the version before runs on the schema of the new one. */
class ExpandThenContractTest {

  @Test
  void newMigrationsLeaveTheVersionBeforeWhatItUses() throws IOException {
    Set<String> released =
        text(new ClassPathResource("released-migrations.txt"))
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" ")[1])
            .collect(Collectors.toSet());
    List<String> broken =
        Arrays.stream(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/*/V*.sql"))
            .filter(file -> !released.contains(name(file)))
            .flatMap(file -> breaks(text(file)).stream().map(what -> name(file) + " " + what))
            .toList();

    assertThat(broken)
        .as(
            "Add what is new in one version and take away what is old in a later one, under a"
                + " comment: -- contract: not used since 1.2.3")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table cases.cases",
        "alter table cases.cases drop column title",
        "ALTER TABLE cases.cases\n  DROP title",
        "alter table cases.cases add column a text, drop column b",
        "alter table cases.cases rename column title to name",
        "alter table cases.cases rename to things",
        "alter table cases.cases alter column title type varchar(20)",
        "alter table cases.cases alter title set data type varchar(20)",
        "alter table cases.cases alter column title set not null",
        "alter table cases.cases alter column title drop default",
        "alter table cases.cases add column colour text not null",
        "alter table cases.cases add colour text not null",
        "alter table cases.cases add constraint short check (length(title) < 5)",
        "alter table cases.cases add unique (title)",
        "create unique index one_title on cases.cases (title)",
        "truncate cases.cases",
        "-- drops what nobody uses\ndrop table cases.cases",
        "create table cases.others (id text); alter table cases.cases drop column title"
      })
  void findWhatBreaksTheVersionBefore(String sql) {
    assertThat(breaks(sql)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table cases.others (id text primary key); create unique index on cases.others (id)",
        "create table cases.others (id text); alter table cases.others add constraint c check (id <> '')",
        "alter table cases.cases add column colour text",
        "alter table cases.cases add column colour text not null default 'red'",
        "alter table cases.cases add column n bigint not null generated always as identity",
        "alter table cases.cases drop constraint short",
        "alter table cases.cases alter column title drop not null",
        "alter table cases.cases alter column title set default 'untitled; so far'",
        "create index on cases.cases (title); drop index cases.old",
        "update cases.cases set title = 'drop table'",
        "-- contract: not used since 2.1.0\nalter table cases.cases drop column title"
      })
  void allowWhatDoesNot(String sql) {
    assertThat(breaks(sql)).isEmpty();
  }

  private static List<String> breaks(String sql) {
    return MigrationStatement.of(sql).stream()
        .map(MigrationStatement::breaks)
        .filter(Objects::nonNull)
        .toList();
  }

  private static String name(Resource file) {
    try {
      String[] path = file.getURL().getPath().split("/");
      return path[path.length - 2] + "/" + path[path.length - 1];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
