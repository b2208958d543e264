package com.faultmaven.mail;

import com.faultmaven.kernel.UserId;
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

/** Suppressed addresses as they are stored, in lower case, and who changed that. */
@Repository
class SuppressionRows {

  private static final String COLUMNS = "email, reason, note, created_at";

  /** What a reason counts. */
  private static final String WEIGHT =
      "array_position(array['opted_out', 'manual', 'complained', 'bounced'], %s::text)";

  private final JdbcClient jdbc;

  SuppressionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Suppresses addresses, in one statement; one with a stronger reason keeps it. */
  void put(Collection<Suppression> suppressions) {
    jdbc.sql(
            """
            insert into mail.suppressions as s (email, reason, note, created_at)
            select distinct on (email) email, reason, note, at::timestamptz
            from unnest(:emails::text[], :reasons::text[], :notes::text[], :times::text[])
              t (email, reason, note, at)
            order by email, %s desc
            on conflict (email) do update
            set reason = excluded.reason, note = excluded.note, created_at = excluded.created_at
            where %s < %s
            """
                .formatted(weight("reason"), weight("s.reason"), weight("excluded.reason")))
        .param("emails", suppressions.stream().map(Suppression::email).toArray(String[]::new))
        .param(
            "reasons", suppressions.stream().map(it -> it.reason().word()).toArray(String[]::new))
        .param("notes", suppressions.stream().map(Suppression::note).toArray(String[]::new))
        .param(
            "times",
            suppressions.stream().map(it -> it.createdAt().toString()).toArray(String[]::new))
        .update();
  }

  /** Suppresses an address by hand; one with a stronger reason keeps it and takes the note. */
  Suppression putByHand(String email, @Nullable String note, Instant now) {
    return jdbc.sql(
            """
            insert into mail.suppressions as s (email, reason, note, created_at)
            values (:email, 'manual', :note, :now)
            on conflict (email) do update set note = excluded.note,
              reason = case when s.reason = 'opted_out' then 'manual' else s.reason end
            returning %s
            """
                .formatted(COLUMNS))
        .param("email", email)
        .param("note", note, Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(SuppressionRows::suppression)
        .single();
  }

  Optional<Suppression> delete(String email) {
    return jdbc.sql("delete from mail.suppressions where email = ? returning " + COLUMNS)
        .param(email)
        .query(SuppressionRows::suppression)
        .optional();
  }

  boolean isThere(String email) {
    return jdbc.sql("select exists (select from mail.suppressions where email = ?)")
        .param(email)
        .query(Boolean.class)
        .single();
  }

  /** The latest first, after one of them. */
  List<Suppression> page(
      @Nullable SuppressionReason reason, @Nullable Instant at, String after, int most, int skip) {
    return jdbc.sql(
            """
            select %s from mail.suppressions
            where (:reason::text is null or reason = :reason)
              and (:at::timestamptz is null or (created_at, email) < (:at, :after))
            order by created_at desc, email desc limit :most offset :skip
            """
                .formatted(COLUMNS))
        .param("reason", reason == null ? null : reason.word(), Types.VARCHAR)
        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("after", after)
        .param("most", most)
        .param("skip", skip)
        .query(SuppressionRows::suppression)
        .list();
  }

  long count(@Nullable SuppressionReason reason) {
    return jdbc.sql(
            "select count(*) from mail.suppressions where :reason::text is null or reason = :reason")
        .param("reason", reason == null ? null : reason.word(), Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  void audit(Suppression changed, String action, UserId actor, Instant now) {
    jdbc.sql(
            """
            insert into mail.suppression_audit (email, action, reason, actor_id, at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            changed.email(),
            action,
            changed.reason().word(),
            actor.value(),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  int forgetSomeActs(UserId actor, int most) {
    return jdbc.sql(
            """
            update mail.suppression_audit set actor_id = null where number = any(array(
              select number from mail.suppression_audit where actor_id = ? limit ?))
            """)
        .params(actor.value(), most)
        .update();
  }

  int deleteSomeOfAudit(Instant upTo, int most) {
    return jdbc.sql(
            """
            delete from mail.suppression_audit where number = any(array(
              select number from mail.suppression_audit where at <= ? order by at limit ?))
            """)
        .params(upTo.atOffset(ZoneOffset.UTC), most)
        .update();
  }

  private static String weight(String reason) {
    return WEIGHT.formatted(reason);
  }

  private static Suppression suppression(ResultSet row, int number) throws SQLException {
    return new Suppression(
        row.getString("email"),
        SuppressionReason.of(row.getString("reason")),
        row.getString("note"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
