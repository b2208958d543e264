package com.faultmaven.cases.importing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.Metadata;
import com.faultmaven.cases.Severity;
import com.faultmaven.cases.importing.ImportedCase.Move;
import com.faultmaven.cases.importing.ImportedCase.Times;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads cases in the form in which they were imported, to compare them. */
@Component
public class StoredCases {

  private final JdbcClient jdbc;

  StoredCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A case as it is here.
   *
   * @param messages how many it counts
   * @param tagNames its copy of its tags
   */
  public record StoredCase(ImportedCase content, Mark mark, int messages, List<String> tagNames) {}

  /** Whether anything was done to those of the cases that are here. */
  public Map<CaseId, Mark> marks(Collection<CaseId> ids) {
    return jdbc
        .sql("select case_id, version, facts from cases.cases where case_id = any(?)")
        .param(CaseId.values(ids))
        .query(
            (row, number) ->
                Map.entry(new CaseId(row.getString(1)), new Mark(row.getLong(2), row.getLong(3))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Those of the cases that are here. */
  public List<StoredCase> read(Collection<CaseId> ids) {
    Map<String, List<Move>> moves = moves(ids);
    return jdbc.sql("select * from cases.cases where case_id = any(?)")
        .param(CaseId.values(ids))
        .query((row, number) -> stored(row, moves))
        .list();
  }

  private Map<String, List<Move>> moves(Collection<CaseId> ids) {
    return jdbc
        .sql(
            "select case_id, from_status, to_status, reason, changed_at from cases.status_changes"
                + " where case_id = any(?) order by case_id, sequence")
        .param(CaseId.values(ids))
        .query((row, number) -> Map.entry(row.getString("case_id"), move(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Move move(ResultSet row) throws SQLException {
    return new Move(
        constant(CaseStatus.class, row.getString("from_status")),
        constant(CaseStatus.class, row.getString("to_status")),
        row.getString("reason"),
        time(row, "changed_at"));
  }

  private static StoredCase stored(ResultSet row, Map<String, List<Move>> moves)
      throws SQLException {
    String id = row.getString("case_id");
    List<String> names = strings(row, "tags");
    ImportedCase content =
        new ImportedCase(
            new CaseId(id),
            new UserId(row.getString("owner_id")),
            new OrganizationId(row.getString("organization_id")),
            row.getString("session_id"),
            row.getString("title"),
            row.getString("description"),
            constant(CaseStatus.class, row.getString("status")),
            constant(Severity.class, row.getString("severity")),
            constant(Category.class, row.getString("category")),
            Metadata.stored(row.getString("metadata")),
            row.getArray("tags_as_written") == null ? names : strings(row, "tags_as_written"),
            new Times(
                time(row, "created_at"),
                time(row, "updated_at"),
                nullableTime(row, "resolved_at"),
                nullableTime(row, "closed_at"),
                nullableTime(row, "archived_at")),
            moves.getOrDefault(id, List.of()));
    Mark mark = new Mark(row.getLong("version"), row.getLong("facts"));
    return new StoredCase(content, mark, row.getInt("message_count"), names);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant nullableTime(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
