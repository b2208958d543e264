package com.faultmaven.reports.dossiers;

/** SQL for what follows from the reports and clusters of a case. */
final class Figures {

  /** Of the reports {@code r} and the number {@code clusters}; what is urgent and what grows. */
  static final String COLUMNS =
      """
      count(r.seq)::int as report_count, clusters as cluster_count,
      coalesce(max(r.severity), 0) as worst,
      least(1, greatest(coalesce(max(r.severity), 0),
        coalesce(avg(r.severity), 0) + 0.05::float8 * (clusters - 1))) as urgency,
      least(1, clusters / 5::float8) as trend,
      min(r.reported_at) as first_seen_at, max(r.reported_at) as last_seen_at""";

  /** The box of what {@code :case} has linked, and of a geometry, an expression of jsonb. */
  static String bounds(String geometry) {
    return """
    (select box(point(min(x), min(y)), point(max(x), max(y))) from (
      select r.location[0] as x, r.location[1] as y
      from reports.links l join reports.reports r on r.seq = l.seq where l.case_id = :case
      union all
      select (corner ->> 0)::float8, (corner ->> 1)::float8
      from jsonb_path_query(%1$s, (case when %1$s ->> 'type' = 'Polygon'
        then '$.coordinates[*][*]' else '$.coordinates[*][*][*]' end)::jsonpath) as corner) corners)
    """
        .formatted(geometry);
  }

  private Figures() {}
}
