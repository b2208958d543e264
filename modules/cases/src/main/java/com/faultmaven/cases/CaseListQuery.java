package com.faultmaven.cases;

import com.faultmaven.edge.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a page of a list in one statement, and counts the list in another. */
@Component
class CaseListQuery {

  private static final CaseRows ROWS = new CaseRows();

  private final JdbcClient jdbc;

  CaseListQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Fetches a page and one row more. Each selection is read in order and only as far as the page
   * reaches, then they are merged.
   *
   * @param text what is searched for, if the list is sorted by relevance
   */
  List<Listed> fetch(
      List<CaseSelection> selections, CaseSort sort, @Nullable String text, Paging paging) {
    List<Object> parameters = new ArrayList<>();
    long reach = (long) paging.offset() + paging.limit() + 1;
    String parts =
        selections.stream()
            .map(
                selection -> {
                  if (sort.takesText()) {
                    parameters.add(String.valueOf(text));
                  }
                  parameters.addAll(selection.parameters());
                  return part(selection, sort) + " limit " + reach;
                })
            .collect(Collectors.joining(") union all (", "(", ")"));
    return jdbc.sql(
            "select * from (%s) c%s limit %d offset %d"
                .formatted(parts, sort.orderBy(), paging.limit() + 1, paging.offset()))
        .params(parameters)
        .query(CaseListQuery::listed)
        .list();
  }

  long count(List<CaseSelection> selections) {
    String counts =
        selections.stream()
            .map(selection -> "(select count(*)" + selection.fromWhere() + ")")
            .collect(Collectors.joining(" + "));
    return jdbc.sql("select " + counts)
        .params(selections.stream().flatMap(part -> part.parameters().stream()).toList())
        .query(Long.class)
        .single();
  }

  private static String part(CaseSelection selection, CaseSort sort) {
    return "select "
        + CaseRows.COLUMNS
        + ", "
        + selection.role()
        + " as my_role, "
        + sort.key()
        + " as sort_key"
        + selection.fromWhere()
        + sort.orderBy();
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    CaseView view = ROWS.mapRow(row, number);
    Object key =
        row.getObject("sort_key") instanceof Float rank
            ? rank
            : row.getObject("sort_key", OffsetDateTime.class);
    return new Listed(view, new Position(key, view.id().value()));
  }

  /** A case and its place in the list. */
  record Listed(CaseView view, Position position) {}
}
