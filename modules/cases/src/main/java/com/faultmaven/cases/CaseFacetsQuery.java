package com.faultmaven.cases;

import com.faultmaven.cases.CaseFacets.Count;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a list along all four facets in one statement. */
@Component
class CaseFacetsQuery {

  private static final String SQL =
      """
      with listed as materialized (
        %s
      ), counted as (
        select 'status' as facet, status as value, count(*) as cases from listed group by status
        union all
        select 'severity', severity, count(*) from listed group by severity
        union all
        select 'category', category, count(*) from listed group by category
        union all
        (select 'tag', min(tag.name), count(*) as cases
         from listed, unnest(listed.tags, listed.tag_keys) as tag (name, key)
         group by tag.key order by cases desc, tag.key limit 100)
      )
      select facet, value, cases from counted order by cases desc, value
      """;

  private final JdbcClient jdbc;

  CaseFacetsQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  CaseFacets count(List<CaseSelection> selections) {
    String listed =
        selections.stream()
            .map(
                selection ->
                    selection.select("c.status, c.severity, c.category, c.tags, c.tag_keys"))
            .collect(Collectors.joining(" union all "));
    Map<String, List<Count>> counts =
        jdbc
            .sql(SQL.formatted(listed))
            .params(selections.stream().flatMap(part -> part.parameters().stream()).toList())
            .query(
                (row, number) ->
                    Map.entry(row.getString(1), new Count(row.getString(2), row.getLong(3))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return new CaseFacets(
        counts.getOrDefault("status", List.of()),
        counts.getOrDefault("severity", List.of()),
        counts.getOrDefault("category", List.of()),
        counts.getOrDefault("tag", List.of()));
  }
}
