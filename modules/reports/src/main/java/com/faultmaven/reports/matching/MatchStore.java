package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.reports.dossiers.DossierFact.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All matches. */
@Repository
class MatchStore {

  private static final String COLUMNS =
      """
      m.match_id, m.case_id, m.seq, m.kind, m.score, m.reasons, m.state, m.settled_by, m.settled_at,
      m.created_at,
      (select r.report_id from reports.reports r where r.seq = m.seq) as report_id,
      (select r.report_id from reports.reports r where r.seq = m.best_seq) as best_id
      """;

  private final JdbcClient jdbc;

  MatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a match, unless there is one of that case and report, or they are linked, or the case
   * shows with another one.
   */
  boolean add(Match match, OrganizationId organization) {
    return jdbc.sql(
                """
                insert into reports.matches (match_id, organization_id, case_id, seq, best_seq, kind,
                  score, reasons, state, settled_by, settled_at, created_at, version)
                select :id, :organization, :case, r.seq,
                  (select b.seq from reports.reports b where b.report_id = :best), :kind, :score,
                  :reasons, :state, :by, :settled, :at, 1
                from reports.reports r where r.seq = :seq and not exists (
                    select from reports.links l where l.case_id = :case and l.seq = r.seq)
                  and not exists (select from reports.merges g where g.source_case_id = :case)
                on conflict do nothing
                """)
            .param("id", match.id().value())
            .param("organization", organization.value())
            .param("case", match.caseId().value())
            .param("seq", match.report().seq())
            .param("best", match.best(), Types.VARCHAR)
            .param("kind", match.kind().word())
            .param("score", match.score())
            .param("reasons", match.reasons().toArray(String[]::new))
            .param("state", match.state().word())
            .param("by", match.settledBy(), Types.VARCHAR)
            .param("settled", utc(match.settledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("at", utc(match.proposedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  /** A match of a case that the transaction has locked; its report is not deleted meanwhile. */
  Optional<Match> find(CaseId caseId, MatchId id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from reports.matches m join reports.reports s on s.seq = m.seq
                where m.match_id = ? and m.case_id = ? for key share of s
                """)
        .params(id.value(), caseId.value())
        .query((row, _) -> match(row))
        .optional();
  }

  /** Settles those of these reports that are proposed for the case; of all reports for none. */
  List<Match> settle(
      CaseId caseId,
      @Nullable Collection<Integer> seqs,
      MatchState state,
      @Nullable String by,
      Instant now) {
    return jdbc.sql(
            """
            update reports.matches m
            set state = :state, settled_by = :by, settled_at = :now, version = m.version + 1
            where m.case_id = :case and m.state = 'proposed'
              and (:seqs::integer[] is null or m.seq = any(:seqs::integer[]))
            returning %s
            """
                .formatted(COLUMNS))
        .param("case", caseId.value())
        .param("seqs", seqs == null ? null : seqs.toArray(Integer[]::new), Types.ARRAY)
        .param("state", state.word())
        .param("by", by, Types.VARCHAR)
        .param("now", utc(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> match(row))
        .list();
  }

  /** The newest first, after a position. */
  List<Match> list(
      CaseId caseId, MatchState state, @Nullable Instant after, String id, int limit, int offset) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from reports.matches m where m.case_id = :case and m.state = :state
                  and (:after::timestamptz is null or m.created_at < :after::timestamptz
                    or m.created_at = :after::timestamptz and m.match_id > :id::text)
                order by m.created_at desc, m.match_id limit :limit offset :offset
                """)
        .param("case", caseId.value())
        .param("state", state.word())
        .param("after", utc(after), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, _) -> match(row))
        .list();
  }

  long count(CaseId caseId, MatchState state) {
    return jdbc.sql("select count(*) from reports.matches where case_id = ? and state = ?")
        .params(caseId.value(), state.word())
        .query(Long.class)
        .single();
  }

  private static Match match(ResultSet row) throws SQLException {
    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
    return new Match(
        new MatchId(row.getString("match_id")),
        CaseId.of(row.getString("case_id")),
        new Named(row.getString("report_id"), row.getInt("seq")),
        MatchKind.of(row.getString("kind")),
        row.getDouble("score"),
        List.of((String[]) row.getArray("reasons").getArray()),
        row.getString("best_id"),
        MatchState.of(row.getString("state")),
        row.getString("settled_by"),
        settled == null ? null : settled.toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
