package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tags that older releases stored are found where today's are. */
class TagMigrationsTest {

  private static final String NFC = "\u00E9t\u00E9";
  private static final String NFD = "e\u0301te\u0301";

  @Test
  void givesTagsTheirNewKeysAndMergesThoseThatBecomeOne() {
    DataSource database = create("tag_keys");
    JdbcClient jdbc = JdbcClient.create(database);
    migrate(database, "cases", "1");
    migrate(database, "tags", "1");
    store(jdbc, "case_00000000000a", List.of("db", NFD, "\u00A0prod", NFC, "\u3000", "Prod", "x"));
    store(jdbc, "case_00000000000b", List.of("plain", "a\tb"));
    store(jdbc, "case_00000000000c", List.of("\uFEFF"));

    migrate(database, "cases", "3");
    migrate(database, "tags", "2");

    assertThat(rows(jdbc, "case_00000000000a"))
        .containsExactly("0 db db", "1 " + NFC + " " + NFD, "2 prod prod", "3 x x");
    assertThat(copy(jdbc, "case_00000000000a"))
        .isEqualTo("{db,%s,prod,x} {db,%s,prod,x} 7".formatted(NFD, NFC));
    assertThat(rows(jdbc, "case_00000000000b")).containsExactly("0 plain plain", "1 a\tb a\tb");
    assertThat(copy(jdbc, "case_00000000000b")).startsWith("{plain,").endsWith("} none");
    assertThat(rows(jdbc, "case_00000000000c")).isEmpty();
    assertThat(copy(jdbc, "case_00000000000c")).isEqualTo("{} {} 1");
  }

  @Test
  void givesTagsTheOrganizationOfTheirCase() {
    DataSource database = create("tag_organizations");
    JdbcClient jdbc = JdbcClient.create(database);
    migrate(database, "cases", "6");
    migrate(database, "tags", "2");
    store(jdbc, "case_00000000000a", List.of("a", "b"));
    store(jdbc, "case_00000000000b", List.of("a"));
    jdbc.sql("update cases.cases set organization_id = 'acme' where case_id like '%a'").update();

    migrate(database, "cases", "7");
    migrate(database, "tags", "4");

    assertThat(
            jdbc.sql(
                    "select organization_id || ' ' || name from tags.case_tags order by case_id, position")
                .query(String.class)
                .list())
        .containsExactly("acme a", "acme b", "default a");
  }

  private static DataSource create(String database) {
    JdbcClient.create(TestDatabase.dataSource()).sql("create database " + database).update();
    return new DriverManagerDataSource(
        TestDatabase.jdbcUrl().replace("/postgres?", "/" + database + "?"));
  }

  private static void migrate(DataSource database, String module, String version) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/" + module)
        .table("history_of_" + module)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(version)
        .load()
        .migrate();
  }

  /** As it was done before: trimmed by Java, keys in lower case. */
  private static void store(JdbcClient jdbc, String id, List<String> tags) {
    String[] keys = tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title, description,
              status, severity, category, metadata, tags, tag_keys, status_changes, facts,
              created_at, updated_at)
            values (?, 1, 'ada', 'default', 'x', '', 'consulting', 'low', 'other', '{}', ?, ?, 0, 1,
              now(), now())
            """)
        .params(id, tags.toArray(String[]::new), keys)
        .update();
    for (int position = 0; position < keys.length; position++) {
      jdbc.sql(
              "insert into tags.case_tags (case_id, key, name, owner_id, position) values (?, ?, ?, 'ada', ?)")
          .params(id, keys[position], tags.get(position), position)
          .update();
    }
  }

  private static List<String> rows(JdbcClient jdbc, String id) {
    return jdbc.sql(
            "select position || ' ' || key || ' ' || name from tags.case_tags where case_id = ? order by position")
        .param(id)
        .query(String.class)
        .list();
  }

  private static String copy(JdbcClient jdbc, String id) {
    return jdbc.sql(
            """
            select concat_ws(' ', tags, tag_keys, coalesce(cardinality(tags_as_written)::text, 'none'))
            from cases.cases where case_id = ?
            """)
        .param(id)
        .query(String.class)
        .single();
  }
}
