package com.faultmaven.database;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The histories of the migrations, one for each folder that this version brings: all are read in
 * one statement.
 */
public final class Histories {

  static final String ROOT = "__root";

  private static final String SCRIPTS = "classpath*:db/migration/*/*.sql";
  private static final String UNDEFINED_TABLE = "42P01";

  private final String table;
  private final Map<String, List<BroughtMigration>> byFolder = new TreeMap<>();

  private Histories(String table, List<BroughtMigration> brought) {
    this.table = table;
    brought.forEach(it -> byFolder.computeIfAbsent(it.folder(), _ -> new ArrayList<>()).add(it));
  }

  /**
   * Those of the scripts on the class path.
   *
   * @param table of the root; those of the others begin with it
   */
  public static Histories of(ResourcePatternResolver resources, String table) throws IOException {
    List<BroughtMigration> brought = new ArrayList<>();
    for (Resource script : resources.getResources(SCRIPTS)) {
      brought.add(BroughtMigration.of(script));
    }
    return new Histories(table, brought);
  }

  List<String> folders() {
    return List.copyOf(byFolder.keySet());
  }

  /** The table of one of them. */
  String table(String folder) {
    return folder.equals(ROOT) ? table : table + "_" + folder;
  }

  /** Whether the database has what this version needs. It may have more, of a newer one. */
  public boolean areComplete(Statement statement) throws SQLException {
    List<AppliedMigration> applied = read(statement);
    return brought().stream().allMatch(it -> applied.stream().anyMatch(row -> row.hasRun(it)));
  }

  /**
   * Whether there is nothing to do for Flyway, and nothing it would object to. What is not plain to
   * see is left to its judgement.
   */
  boolean needNothing(Statement statement) throws SQLException {
    List<AppliedMigration> others = new ArrayList<>(read(statement));
    for (BroughtMigration brought : brought()) {
      if (!others.removeIf(row -> row.tellsOf(brought))) {
        return false;
      }
    }
    return others.stream().allMatch(this::isOfNewerVersion);
  }

  private boolean isOfNewerVersion(AppliedMigration row) {
    Integer version = row.version();
    return version != null
        && row.sound()
        && byFolder.getOrDefault(row.folder(), List.of()).stream()
            .allMatch(it -> it.version() != null && it.version() < version);
  }

  private List<BroughtMigration> brought() {
    return byFolder.values().stream().flatMap(List::stream).toList();
  }

  /** Nothing, if one of them does not exist yet or any more. */
  private List<AppliedMigration> read(Statement statement) throws SQLException {
    if (byFolder.isEmpty()) {
      return List.of();
    }
    String sql =
        byFolder.keySet().stream()
            .map(folder -> AppliedMigration.sql(folder, table(folder)))
            .collect(joining(" union all "));
    List<AppliedMigration> applied = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        applied.add(AppliedMigration.of(rows));
      }
    } catch (SQLException e) {
      if (!UNDEFINED_TABLE.equals(e.getSQLState())) {
        throw e;
      }
    }
    return applied;
  }
}
