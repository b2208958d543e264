package com.faultmaven.movingin.original;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.cases.importing.ImportedCase.Move;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads cases in the order of their ids, with their tags and their history. */
final class CaseReader {

  /** So that large cases do not come all at once. */
  private static final long MOST_BYTES = 8 << 20;

  private final Query query;
  private final Dialect dialect;
  private final Limits limits;
  private final String select;
  private final Parts parts;

  CaseReader(Query query, Dialect dialect, Tables tables, Limits limits) {
    this.query = query;
    this.dialect = dialect;
    this.limits = limits;
    this.parts = new Parts(query, dialect, tables);
    this.select = "select " + CaseMapping.columns(dialect, tables) + " from cases where ";
  }

  /** The ids of a batch as they come, of which one comes twice only from a table without a key. */
  private static final class Reading {
    final Map<String, List<ImportedCase>> cases = new LinkedHashMap<>();
    final Map<String, Integer> rowsOf = new LinkedHashMap<>();
    final List<Remark> remarks = new ArrayList<>();
    @Nullable String last;
    long bytes;
    int rows;
    boolean more;
  }

  /**
   * Reads the next cases.
   *
   * @param upTo the last id; null if there is no end
   * @param most how many, about
   */
  Batch read(String after, @Nullable String upTo, int most) {
    Reading reading = new Reading();
    CaseMapping mapping = new CaseMapping(limits, reading.remarks::add);
    String where =
        dialect.isId("case_id") + " and case_id > ?" + (upTo == null ? "" : " and case_id <= ?");
    Object[] range = upTo == null ? new Object[] {after} : new Object[] {after, upTo};
    query.run(
        select + where + " order by case_id limit " + (most + 1),
        row -> take(row, mapping, reading, most),
        range);
    // the limit may have come between two rows of one id
    if (reading.rows > most && !reading.more && reading.rowsOf.size() > 1) {
      reading.more = true;
      forgetLast(reading);
    }
    boolean end = !reading.more && reading.rows <= most;
    return batch(reading, Objects.requireNonNullElse(reading.last, after), end);
  }

  private boolean take(Row row, CaseMapping mapping, Reading reading, int most)
      throws SQLException {
    try {
      String id = row.required("case_id");
      if (!id.equals(reading.last)
          && (reading.rowsOf.size() >= most || reading.bytes >= MOST_BYTES)) {
        reading.more = true;
        return false;
      }
      reading.last = id;
      reading.rows++;
      reading.rowsOf.merge(id, 1, Integer::sum);
      reading.bytes += row.size("description") + row.size("metadata") + row.size("tags");
      reading.cases.computeIfAbsent(id, _ -> new ArrayList<>());
      map(id, row, mapping, reading);
      return true;
    } catch (UnusableValue impossible) {
      throw new IllegalStateException("the statement selects ids", impossible);
    }
  }

  private static void map(String id, Row row, CaseMapping mapping, Reading reading)
      throws SQLException {
    int before = reading.remarks.size();
    try {
      Objects.requireNonNull(reading.cases.get(id)).add(mapping.map(id, row));
    } catch (UnusableValue why) {
      reading.remarks.subList(before, reading.remarks.size()).clear();
      reading.remarks.add(Remark.of(Remark.Kind.CASE, id, id, why));
    }
  }

  private static void forgetLast(Reading reading) {
    String id = Objects.requireNonNull(reading.last);
    reading.rows -= Objects.requireNonNull(reading.rowsOf.remove(id));
    reading.cases.remove(id);
    reading.remarks.removeIf(remark -> id.equals(remark.caseId()));
    reading.last = null;
    reading.rowsOf.keySet().forEach(each -> reading.last = each);
  }

  private Batch batch(Reading reading, String last, boolean end) {
    List<ImportedCase> cases = new ArrayList<>();
    reading.cases.forEach(
        (id, rows) -> {
          if (reading.rowsOf.getOrDefault(id, 0) > 1) {
            reading.remarks.removeIf(remark -> id.equals(remark.caseId()));
            reading.remarks.add(
                Remark.refusedCase(id, "case_id", "duplicate", "Several cases have this id."));
          } else {
            cases.addAll(rows);
          }
        });
    List<ImportedCase> complete = complete(cases, reading.remarks);
    return new Batch(complete, reading.remarks, reading.rows, last, end);
  }

  private List<ImportedCase> complete(List<ImportedCase> cases, List<Remark> remarks) {
    List<String> ids = cases.stream().map(ImportedCase::id).map(CaseId::value).toList();
    Map<String, List<String>> tags = parts.tags(ids);
    Map<String, List<Move>> moves = parts.moves(ids, limits, remarks::add);
    List<ImportedCase> complete = new ArrayList<>();
    for (ImportedCase each : cases) {
      String id = each.id().value();
      try {
        List<String> names = each.tags().isEmpty() ? tags.getOrDefault(id, List.of()) : each.tags();
        complete.add(
            new ImportedCase(
                each.id(),
                each.owner(),
                each.organization(),
                each.session(),
                each.title(),
                each.description(),
                each.status(),
                each.severity(),
                each.category(),
                each.metadata(),
                Tags.checked(names),
                each.times(),
                History.leadingTo(each, moves.getOrDefault(id, List.of()))));
      } catch (UnusableValue why) {
        remarks.removeIf(remark -> id.equals(remark.caseId()));
        remarks.add(Remark.of(Remark.Kind.CASE, id, id, why));
      }
    }
    return complete;
  }
}
