package com.faultmaven.cases;

import static java.util.stream.Collectors.joining;

import com.faultmaven.kernel.paging.LargeRows;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a page of a list in one statement, and counts the list in another; a search is counted with
 * its first page.
 */
@Component
class CaseListQuery {

  private static final CaseRows ROWS = new CaseRows();

  /** Of the rows of a page those that fit, and beside them where the whole page ends. */
  private static final String FITTING =
      """
      select * from (
        select c.*, count(*) over page as found, nth_value(sort_key, %1$s) over page as end_key,
          nth_value(case_id, %1$s) over page as end_id, coalesce(sum(bytes) over (
            ordered rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from (select c.*, octet_length(description) + octet_length(metadata::text)
            + octet_length(array_to_string(tags || tags_as_written, '')) as bytes
          from (%2$s) c) c
        window ordered as (%3$s),
          page as (ordered rows between unbounded preceding and unbounded following)
      ) c where bytes_before < %4$s %3$s
      """;

  private final JdbcClient jdbc;

  CaseListQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Fetches what fits of a page.
   *
   * @param search what is searched for, if anything
   * @param last where the page before ended, if there was one
   */
  Fetched fetch(
      List<CaseSelection> selections,
      CaseSort sort,
      @Nullable CaseSearch search,
      @Nullable Position last,
      Paging paging) {
    String words = search != null && search.query().hasTerms() ? search.query().tsquery() : null;
    Rows rows =
        words == null
            ? rows(selections, sort, last, paging)
            : FoundCases.rows(selections, sort, words, last, paging);
    boolean counted = words != null;
    // nothing on the first page is nothing at all
    Long none = counted && last == null && paging.offset() == 0 ? 0L : null;
    ResultSetExtractor<Fetched> page = row -> fetched(row, paging.limit(), counted, none);
    return jdbc.sql(
            FITTING.formatted(paging.limit(), rows.sql(), sort.orderBy(), LargeRows.MOST_BYTES))
        .params(rows.parameters())
        .query(page);
  }

  /** Each selection is read in order and only as far as the page reaches, then they are merged. */
  private static Rows rows(
      List<CaseSelection> selections, CaseSort sort, @Nullable Position last, Paging paging) {
    List<Object> parameters = new ArrayList<>();
    long reach = (long) paging.offset() + paging.limit() + 1;
    String parts =
        selections.stream()
            .map(
                selection -> {
                  if (last != null) {
                    selection.after(sort, last);
                  }
                  parameters.addAll(selection.parameters());
                  return part(selection, sort) + " limit " + reach;
                })
            .collect(joining(") union all (", "(", ")"));
    String rows =
        "select * from (%s) c%s limit %s offset %s"
            .formatted(parts, sort.orderBy(), paging.limit() + 1, paging.offset());
    return new Rows(rows, parameters);
  }

  long count(List<CaseSelection> selections) {
    List<CaseCount> counts = selections.stream().map(CaseSelection::count).toList();
    return jdbc.sql(counts.stream().map(CaseCount::sql).collect(joining(" + ", "select ", "")))
        .params(counts.stream().flatMap(count -> count.parameters().stream()).toList())
        .query(Long.class)
        .single();
  }

  private static String part(CaseSelection selection, CaseSort sort) {
    String role = selection.role() + " as my_role";
    String key = selection.key(sort) + " as sort_key";
    return selection.select(CaseRows.COLUMNS + ", " + role + ", " + key) + sort.orderBy();
  }

  private static Fetched fetched(ResultSet row, int limit, boolean counted, @Nullable Long none)
      throws SQLException {
    List<Listed> fitting = new ArrayList<>();
    int found = 0;
    Position end = null;
    Long total = none;
    while (row.next()) {
      total = counted ? row.getLong("total") : null;
      found = row.getInt("found");
      end = found > limit ? position(row, "end_key", "end_id") : null;
      fitting.add(
          new Listed(ROWS.mapRow(row, fitting.size()), position(row, "sort_key", "case_id")));
    }
    return new Fetched(fitting.subList(0, Math.min(fitting.size(), limit)), found, end, total);
  }

  private static Position position(ResultSet row, String key, String id) throws SQLException {
    return new Position(
        row.getObject(key) instanceof Double relevance
            ? relevance
            : row.getObject(key, OffsetDateTime.class),
        row.getString(id));
  }

  /** A case and its place in the list. */
  record Listed(CaseView view, Position position) {}

  /**
   * What fits of a page, if anything was found.
   *
   * @param found how many rows there are, one more than the limit at most
   * @param end where the whole page ends, if there are rows behind it
   * @param total how many cases the list has, if that came with the page
   */
  record Fetched(List<Listed> fitting, int found, @Nullable Position end, @Nullable Long total) {}

  /** The rows of a page in SQL, in their order. */
  record Rows(String sql, List<Object> parameters) {}
}
