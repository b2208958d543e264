package com.faultmaven.cases;

import com.faultmaven.kernel.Caller;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the cases that are opened, each in one statement that says how it is stored, and tries
 * again if the id, or a title nobody chose, is taken.
 */
@Component
class NewCases {

  private static final String INSERT =
      """
      insert into cases.cases as c (case_id, version, owner_id, organization_id, session_id, title,
        description, status, severity, category, metadata, tags, tag_keys, tags_as_written,
        status_changes, facts, message_count, last_message_at, created_at, updated_at)
      select :id, :version, :owner, :organization, :session, :title, :description, :status,
        :severity, :category, :metadata::jsonb, :tags, :tagKeys, :tagsAsWritten, 0, :facts,
        :messages, case when :messages > 0 then :now::timestamptz end, :now, :now
      where not exists (select from cases.case_deletions where case_id = :id) and (
        :chosen or not exists (
          select from cases.cases other
          where other.owner_id = :owner and other.title = :title and other.title like 'Case-%%'
            and other.created_at >= :midnight))
      on conflict (case_id) do nothing
      returning %s, 'owner' as my_role
      """
          .formatted(CaseRows.COLUMNS);

  private final JdbcClient jdbc;
  private final TitleNumbers titles;
  private final RandomGenerator random;

  NewCases(JdbcClient jdbc, TitleNumbers titles, RandomGenerator random) {
    this.jdbc = jdbc;
    this.titles = titles;
    this.random = random;
  }

  /** Stores a new case of the caller's, and gives it as it is stored. */
  CaseView open(NewCase details, Caller owner, Instant now) {
    Optional<CaseView> stored;
    do {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      Title title = details.title() != null ? details.title() : titles.next(owner.userId(), today);
      Case theCase = Case.open(CaseId.random(random), owner, title, details, now);
      stored = insert(theCase, today, details.title() != null);
    } while (stored.isEmpty());
    return stored.get();
  }

  /**
   * Stores nothing if the id is taken, by what is left of a deleted case too, or a title that was
   * not chosen.
   */
  private Optional<CaseView> insert(Case theCase, LocalDate today, boolean titleIsChosen) {
    CaseView opened = theCase.view();
    return jdbc.sql(INSERT)
        .param("id", opened.id().value())
        .param("version", opened.version().value())
        .param("owner", opened.owner().value())
        .param("organization", opened.organizationId())
        .param("session", opened.sessionId(), Types.VARCHAR)
        .param("title", opened.title())
        .param("description", opened.description())
        .param("status", opened.status().word())
        .param("severity", opened.severity().word())
        .param("category", opened.category().word())
        .param("metadata", opened.metadata().json())
        .param("tags", opened.tags().toArray(String[]::new))
        .param("tagKeys", new TagNames(opened.tags()).keys().toArray(String[]::new))
        .param("tagsAsWritten", array(opened.tagsAsWritten()), Types.ARRAY)
        .param("facts", theCase.facts())
        .param("messages", opened.messageCount())
        .param("now", opened.createdAt().atOffset(ZoneOffset.UTC))
        .param("chosen", titleIsChosen)
        .param("midnight", today.atStartOfDay().atOffset(ZoneOffset.UTC))
        .query(new CaseRows())
        .optional();
  }

  private static String @Nullable [] array(@Nullable List<String> values) {
    return values == null ? null : values.toArray(String[]::new);
  }
}
