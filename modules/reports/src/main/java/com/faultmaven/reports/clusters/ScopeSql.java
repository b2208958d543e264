package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Reader;

/**
 * The newest reports of scopes in SQL. The index goes through what is in a place in the order of
 * time: its cost follows the limit and not the scope.
 */
final class ScopeSql {

  /** What the index decides. */
  private static final String ENTRIES =
      """
      select e.seq, e.reported_at from reports.scope_entries e
      where e.organization_id = :organization and e.classification = :classification
      """;

  /** Equal times stay together: their order is decided where all of them are there. */
  private static final String NEWEST_FIRST =
      """
       order by e.reported_at <-> timestamptz '2100-01-01' fetch first (:most) rows with ties
      """;

  private static final String NEWEST =
      """
      newest as (
        select seq, reported_at from found order by reported_at desc, seq desc limit :most)
      """;

  private static final String RINGS =
      """
      with areas as materialized (
        select number, ring::polygon as ring
        from unnest(:outers::text[]) with ordinality as sent (ring, number)),
      """;

  private static final String HOLES =
      """
      holes as materialized (
        select owner, ring::polygon as ring
        from unnest(:owners::integer[], :holes::text[]) as sent (owner, ring)),
      """;

  private static final String IN_NO_HOLE =
      """
       and not exists (
        select from holes where holes.owner = areas.number and e.location <@ holes.ring)
      """;

  /** The distance as it is computed between reports. */
  private static final String IN_CIRCLE =
      """
       and (
        select 2 * 6371000.0 * atan2(sqrt(h), sqrt(greatest(1 - h, 0))) from (
          select power(sin(radians(e.location[1] - :latitude) / 2), 2)
            + cos(radians(:latitude)) * cos(radians(e.location[1]))
              * power(sin(radians(e.location[0] - :longitude) / 2), 2) as h) haversine) <= :metres
      """;

  private ScopeSql() {}

  /** Of {@code :outers}, and without {@code :holes} of {@code :owners}. */
  static String within(Question question, Reader reader, boolean holes) {
    return RINGS
        + (holes ? HOLES : "")
        + "found as (select distinct entry.seq, entry.reported_at from areas cross join lateral ("
        + ENTRIES
        + " and e.location <@ areas.ring"
        + (holes ? IN_NO_HOLE : "")
        + limits("e", question)
        + open(reader)
        + NEWEST_FIRST
        + ") entry), "
        + NEWEST;
  }

  /**
   * Within {@code :metres} of a {@code :longitude} and {@code :latitude}, which {@code :box}
   * surrounds.
   */
  static String around(Question question, Reader reader) {
    return "with found as ("
        + ENTRIES
        + " and e.location <@ :box::box"
        + IN_CIRCLE
        + limits("e", question)
        + open(reader)
        + NEWEST_FIRST
        + "), "
        + NEWEST;
  }

  /** Of {@code :ids} and {@code :visible}. */
  static String among(Question question) {
    return """
        with found as (
          select r.seq, r.reported_at from reports.reports r where r.report_id = any(:ids)
            and r.organization_id = :organization and r.visibility = any(:visible)
        """
        + limits("r", question)
        + "), "
        + NEWEST;
  }

  private static String limits(String row, Question question) {
    return (question.after() == null ? "" : " and " + row + ".reported_at > :after")
        + (question.before() == null ? "" : " and " + row + ".reported_at < :before");
  }

  private static String open(Reader reader) {
    return reader.isNobody() ? " and e.public" : "";
  }
}
