package com.faultmaven.movingin.original;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.Metadata;
import com.faultmaven.cases.Severity;
import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.cases.importing.ImportedCase.Times;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.Text;
import com.faultmaven.kernel.UserId;
import com.faultmaven.movingin.original.Remark.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a row of the original's table of cases means here; its tags and history may follow. */
final class CaseMapping {

  static final int LONGEST_TITLE = 200;
  static final int LONGEST_DESCRIPTION = 10_000;
  private static final int LONGEST_SESSION = 100;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_WORD = 100;

  /** Larger ones cannot be sent here, and can be read. */
  private static final int LARGEST_JSON = 1 << 20;

  private final Limits limits;
  private final Texts texts;
  private final Consumer<Remark> remarks;

  CaseMapping(Limits limits, Consumer<Remark> remarks) {
    this.limits = limits;
    this.texts = new Texts(limits.cut());
    this.remarks = remarks;
  }

  static Columns columns(Dialect dialect, Tables tables) {
    int title = LONGEST_TITLE * Texts.MOST_BYTES;
    int description = LONGEST_DESCRIPTION * Texts.MOST_BYTES;
    return new Columns(dialect, tables, "cases")
        .with("case_id", LONGEST_WORD)
        .with("user_id", LONGEST_NAME * Texts.MOST_BYTES)
        .with("organization_id", LONGEST_NAME * Texts.MOST_BYTES)
        .with("session_id", LONGEST_SESSION * Texts.MOST_BYTES)
        .with("title", title)
        .withHead("title", title, LONGEST_TITLE)
        .with("description", description)
        .withHead("description", description, LONGEST_DESCRIPTION)
        .with("status", LONGEST_WORD)
        .with("severity", LONGEST_WORD)
        .with("category", LONGEST_WORD)
        .with("metadata", LARGEST_JSON)
        .with("consulting", LARGEST_JSON)
        .with("tags", LARGEST_JSON)
        .with("created_at", LONGEST_WORD)
        .with("updated_at", LONGEST_WORD)
        .with("resolved_at", LONGEST_WORD)
        .with("closed_at", LONGEST_WORD);
  }

  ImportedCase map(String id, Row row) throws SQLException, UnusableValue {
    OriginalStatus status = OriginalStatus.of("status", row.required("status"));
    Metadata metadata = StorableJson.object("metadata", row.text("metadata"));
    Times asKept = times(row);
    CaseStatus here = status.here(asKept.resolved() != null, asKept.closed() != null);
    return new ImportedCase(
        new CaseId(id),
        new UserId(name("user_id", row.required("user_id"))),
        new OrganizationId(
            name(
                "organization_id",
                Objects.requireNonNullElse(row.text("organization_id"), limits.organization()))),
        session(row),
        title(id, row),
        description(id, row),
        here,
        severity(id, row, metadata),
        category(id, row, metadata),
        metadata,
        Tags.checked(StorableJson.texts("tags", row.text("tags"))),
        ofStatus(asKept, here, status.isArchived()),
        List.of());
  }

  private static String name(String column, String value) throws UnusableValue {
    if (!Name.isValid(value)) {
      throw UnusableValue.of(column, "no_name", "A name " + Name.RULE + ".");
    }
    return value;
  }

  private static @Nullable String session(Row row) throws SQLException, UnusableValue {
    String session = row.text("session_id");
    if (session != null && session.codePointCount(0, session.length()) > LONGEST_SESSION) {
      throw UnusableValue.of("session_id", "too_long", "It has more than 100 characters.");
    }
    return session;
  }

  /** A case whose title somebody had cleared could not be shown any more; here it has its id. */
  private String title(String id, Row row) throws SQLException, UnusableValue {
    String kept = Objects.requireNonNullElse(texts.read(row, "title", LONGEST_TITLE, cut(id)), "");
    if (Text.isBlank(kept)) {
      changed(id, "title", "blank", "The case is called by its id.");
      return id;
    }
    String trimmed = Text.trim(kept);
    if (Text.hasControls(trimmed)) {
      changed(id, "title", "controls", "Line breaks and other control characters are spaces.");
      return trimmed.replaceAll("\\p{Cc}", " ");
    }
    return trimmed;
  }

  /** The second generation asked for it in the conversation, and had no column at first. */
  private String description(String id, Row row) throws SQLException, UnusableValue {
    String kept = texts.read(row, "description", LONGEST_DESCRIPTION, cut(id));
    if (kept != null && !kept.isEmpty() || row.text("consulting") == null) {
      return Objects.requireNonNullElse(kept, "");
    }
    Object said =
        StorableJson.object("consulting", row.text("consulting"))
            .values()
            .get("initial_description");
    String description = said instanceof String text ? text : "";
    if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
      throw UnusableValue.of(
          "consulting", "too_long", "It describes the case in more than 10000 characters.");
    }
    return description;
  }

  /** The second generation has a priority, in the metadata. */
  private Severity severity(String id, Row row, Metadata metadata)
      throws SQLException, UnusableValue {
    String word = row.text("severity");
    Object priority = word == null ? metadata.values().get("priority") : word;
    return word(Severity.class, id, "severity", word, priority, Severity.MEDIUM);
  }

  private Category category(String id, Row row, Metadata metadata)
      throws SQLException, UnusableValue {
    String word = row.text("category");
    Object given = word == null ? metadata.values().get("category") : word;
    return word(Category.class, id, "category", word, given, Category.OTHER);
  }

  /** What stands in metadata may be anything; what has a column of its own is told if unknown. */
  private <E extends Enum<E>> E word(
      Class<E> type,
      String id,
      String field,
      @Nullable String column,
      @Nullable Object value,
      E otherwise) {
    if (value instanceof String text) {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
          return constant;
        }
      }
    }
    if (column != null) {
      changed(id, field, "unknown", "It is " + otherwise.name().toLowerCase(Locale.ROOT) + " now.");
    }
    return otherwise;
  }

  private Times times(Row row) throws SQLException, UnusableValue {
    Instant created = plausible("created_at", row.time("created_at"));
    if (created == null) {
      throw UnusableValue.of("created_at", "missing", "There is none.");
    }
    Instant updated = plausible("updated_at", row.time("updated_at"));
    return new Times(
        created,
        updated == null ? created : updated,
        plausible("resolved_at", row.time("resolved_at")),
        plausible("closed_at", row.time("closed_at")),
        null);
  }

  private @Nullable Instant plausible(String column, @Nullable Instant time) throws UnusableValue {
    return time == null ? null : Timestamps.plausible(column, time, limits.now());
  }

  /** The first generation says when a case was resolved for closed ones too, and never forgets. */
  private static Times ofStatus(Times kept, CaseStatus status, boolean archived) {
    Instant ended = Objects.requireNonNullElse(kept.resolved(), kept.updated());
    return new Times(
        kept.created(),
        kept.updated(),
        switch (status) {
          case RESOLVED -> ended;
          case CLOSED -> kept.resolved();
          case CONSULTING, INVESTIGATING -> null;
        },
        status == CaseStatus.CLOSED ? Objects.requireNonNullElse(kept.closed(), ended) : null,
        archived ? kept.updated() : null);
  }

  private Consumer<UnusableValue> cut(String id) {
    return why -> changed(id, why.field, "cut", why.detail);
  }

  private void changed(String id, String field, String reason, String detail) {
    remarks.accept(Remark.changed(Kind.CASE, id, id, field, reason, detail));
  }
}
