package com.faultmaven.reports;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores reports with their analyses and where scopes find them, each time in one statement.
 * Numbers are given in the order of sending; rows are written in the order of their names, so that
 * of two who send the same ones at once none waits for the other.
 */
@Repository
class ReportStore {

  /**
   * Whoever gives out numbers shares this lock, and whoever brings numbers has it alone: the
   * sequence is never behind a number that is there.
   */
  private static final long NUMBERS = 7417;

  private static final String NO_NUMBER_LEFT = "2200H";

  private static final String STORE =
      """
      with sent as (
        select s.* from jsonb_to_recordset(:records::jsonb) as s (ordinal integer, report_id text,
          seq integer, organization_id text, source text, external_id text, reporter_id text,
          reported_at timestamptz, longitude double precision, latitude double precision,
          visibility text, status text, description text, media jsonb, metadata text, title text,
          severity double precision, classification text, classifications text[], words text,
          size integer, created_at timestamptz, analyses jsonb, scopes text[])),
      alone as materialized (select 1 from pg_advisory_xact_lock_shared(:lock)),
      numbered as materialized (
        select s.*, coalesce(s.seq, nextval('reports.reports_seq_seq')) as number
        from (select * from sent order by ordinal) s where exists (select from alone)),
      stored as (
        insert into reports.reports (report_id, seq, organization_id, source, external_id,
          reporter_id, reported_at, location, visibility, status, description, media, metadata,
          title, severity, classification, classifications, search, size, created_at, updated_at,
          facts, version)
        select report_id, number, organization_id,
          source, external_id, reporter_id, reported_at, point(longitude, latitude), visibility,
          status, description, media, metadata::jsonb, title, severity, classification,
          classifications, to_tsvector('simple', words), size, created_at, created_at, 1, 1
        from numbered
        order by organization_id, source, external_id, ordinal
        on conflict do nothing
        returning report_id, seq),
      analyzed as (
        insert into reports.analyses (report_id, language, title, summary, description,
          classification, severity, brand, contact_emails, metadata, analyzed_at)
        select s.report_id, a.language, a.title, a.summary, a.description, a.classification,
          a.severity, a.brand, a.contact_emails, a.metadata::jsonb, s.created_at
        from stored join sent s using (report_id),
          jsonb_to_recordset(s.analyses) as a (language text, title text, summary text,
            description text, classification text, severity double precision, brand text,
            contact_emails text[], metadata text)),
      entered as (
        insert into reports.scope_entries (seq, classification, organization_id, location,
          reported_at, public)
        select stored.seq, c, s.organization_id, point(s.longitude, s.latitude), s.reported_at,
          s.visibility = 'public'
        from stored join sent s using (report_id), unnest(s.scopes) c)
      select report_id, seq from stored
      """;

  private static final String CHANGE =
      """
      with derived as (
        select d.* from jsonb_to_record(:derived::jsonb) as d (title text,
          severity double precision, classification text, classifications text[], scopes text[],
          words text, size integer)),
      changed as (
        update reports.reports r set visibility = :visibility, status = :status,
          metadata = :metadata::jsonb, title = d.title, severity = d.severity,
          classification = d.classification, classifications = d.classifications,
          search = to_tsvector('simple', d.words), size = d.size, updated_at = :now::timestamptz,
          facts = :facts, version = r.version + 1
        from derived d where r.seq = :seq
        returning r.seq, r.organization_id, r.location, r.reported_at, r.visibility, d.scopes),
      left_scopes as (
        delete from reports.scope_entries e using changed c
        where e.seq = c.seq and e.classification <> all(c.scopes))
      insert into reports.scope_entries (seq, classification, organization_id, location,
        reported_at, public)
      select c.seq, scope, c.organization_id, c.location, c.reported_at, c.visibility = 'public'
      from changed c, unnest(c.scopes) scope
      on conflict (seq, classification) do update set public = excluded.public
      """;

  private static final String PUT_ANALYSIS =
      """
      insert into reports.analyses (report_id, language, title, summary, description,
        classification, severity, brand, contact_emails, metadata, analyzed_at)
      select :id, a.language, a.title, a.summary, a.description, a.classification, a.severity,
        a.brand, a.contact_emails, a.metadata::jsonb, :now::timestamptz
      from jsonb_to_record(:analysis::jsonb) as a (language text, title text, summary text,
        description text, classification text, severity double precision, brand text,
        contact_emails text[], metadata text)
      on conflict (report_id, lower(language)) do update set language = excluded.language,
        title = excluded.title, summary = excluded.summary, description = excluded.description,
        classification = excluded.classification, severity = excluded.severity,
        brand = excluded.brand, contact_emails = excluded.contact_emails,
        metadata = excluded.metadata, analyzed_at = excluded.analyzed_at
      """;

  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores those that are new.
   *
   * @return the numbers of those that were stored; the others have a name, a number or an id of
   *     reports that are there
   * @throws LimitReached if there is no number left
   */
  Map<ReportId, Integer> store(List<DraftedReport> drafts) {
    if (drafts.isEmpty()) {
      return Map.of();
    }
    Map<ReportId, Integer> numbers = new HashMap<>();
    try {
      jdbc.sql(STORE)
          .param("records", ReportRecord.ofAll(drafts))
          .param("lock", NUMBERS)
          .query((row, _) -> Map.entry(new ReportId(row.getString(1)), row.getInt(2)))
          .list()
          .forEach(stored -> numbers.put(stored.getKey(), stored.getValue()));
    } catch (DataAccessException failure) {
      throw failure.getRootCause() instanceof SQLException cause
              && NO_NUMBER_LEFT.equals(cause.getSQLState())
          ? LimitReached.ofNumbers()
          : failure;
    }
    return numbers;
  }

  /** Has all numbers up to this one given out, and nobody else give out any until the end. */
  void takeNumbersUpTo(int highest) {
    jdbc.sql("select pg_advisory_xact_lock(?) is null").param(NUMBERS).query().singleRow();
    jdbc.sql(
            """
            select setval('reports.reports_seq_seq', greatest(last_value, ?))
            from reports.reports_seq_seq
            """)
        .param(highest)
        .query(Long.class)
        .single();
  }

  /** Stores what is different about a locked report, and lets scopes find it where it is now. */
  void change(Report changed) {
    jdbc.sql(CHANGE)
        .param("derived", JSON.writeValueAsString(ReportRecord.derived(changed)))
        .param("visibility", changed.visibility().word())
        .param("status", changed.status().word())
        .param("metadata", changed.metadata().json())
        .param("now", changed.updatedAt().toString())
        .param("facts", changed.facts())
        .param("seq", changed.seq())
        .update();
  }

  /** Puts an analysis in the place of the one in its language. */
  void put(Analysis analysis, Report report) {
    jdbc.sql(PUT_ANALYSIS)
        .param("id", report.id().value())
        .param("analysis", JSON.writeValueAsString(ReportRecord.of(analysis)))
        .param("now", report.updatedAt().toString())
        .update();
  }

  /** Deletes a locked report, unless it is linked. */
  boolean delete(Report report) {
    return jdbc.sql(
                """
                delete from reports.reports r where r.seq = ?
                  and not exists (select from reports.links l where l.seq = r.seq)
                """)
            .param(report.seq())
            .update()
        == 1;
  }
}
