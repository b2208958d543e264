package com.faultmaven.cases;

import com.faultmaven.cases.SearchIndex.CaseText;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** The aggregate: one production problem, from the first question to the end. */
@Entity
@DynamicUpdate
@Table(schema = "cases", name = "cases")
class Case {

  @EmbeddedId private CaseId id;

  @Version private long version = 1;

  @Convert(converter = UserIdColumn.class)
  @Column(name = "owner_id")
  private UserId owner;

  private String organizationId;
  private @Nullable String sessionId;
  private String title;
  private String description;

  @Enumerated(EnumType.STRING)
  private CaseStatus status = CaseStatus.CONSULTING;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  private Category category;

  @Convert(converter = MetadataColumn.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  // read back from the update itself: jsonb has an order and a spelling of its own
  @Generated(event = EventType.UPDATE, writable = true)
  private Metadata metadata;

  private List<String> tags;

  @SuppressWarnings("unused") // read by the filters of CaseSelection
  private List<String> tagKeys;

  private @Nullable List<String> tagsAsWritten;

  private int statusChanges;
  private long facts;
  private Instant createdAt;
  private Instant updatedAt;
  private @Nullable Instant resolvedAt;
  private @Nullable Instant closedAt;
  private @Nullable Instant archivedAt;
  private int messageCount;
  private @Nullable Instant lastMessageAt;

  @SuppressWarnings("NullAway.Init") // filled in by JPA
  protected Case() {}

  Case(CaseId id, Caller owner, Title title, NewCase details, Instant now) {
    this.id = id;
    this.owner = owner.userId();
    this.organizationId = owner.organizationId().value();
    this.sessionId = details.sessionId() == null ? null : details.sessionId().value();
    this.title = title.value();
    this.description = details.description();
    this.severity = details.severity();
    this.category = details.category();
    this.metadata = details.metadata();
    this.tags = details.tags().values();
    this.tagKeys = details.tags().keys();
    this.tagsAsWritten = details.tagsAsWritten();
    this.createdAt = now;
    this.updatedAt = now;
    this.facts = 1;
  }

  /**
   * Makes the edit and tells what it really changed; an edit that changes nothing leaves no trace.
   */
  Changes edit(CaseEdit edit, Instant now) {
    Changes changes = new Changes();
    if (edit.title() != null) {
      title = changes.note("title", title, edit.title().value());
    }
    if (edit.description() != null) {
      description = changes.note("description", description, edit.description());
    }
    if (edit.severity() != null) {
      severity = changes.note("severity", severity, edit.severity());
    }
    if (edit.category() != null) {
      category = changes.note("category", category, edit.category());
    }
    if (edit.session() != null) {
      SessionId to = edit.session().to();
      sessionId = changes.noteNullable("session_id", sessionId, to == null ? null : to.value());
    }
    if (edit.metadata() != null) {
      metadata = changes.note("metadata", metadata, edit.metadata().apply(metadata));
    }
    return touchedBy(changes, now);
  }

  /**
   * Moves the case on.
   *
   * @throws IllegalStatusChange if its status does not lead there
   */
  StatusChange moveTo(CaseStatus next, @Nullable String reason, UserId by, Instant now) {
    if (!status.canMoveTo(next)) {
      throw IllegalStatusChange.between(status, next);
    }
    return moveAnywhere(next, reason, by, now);
  }

  /** Moves the case without asking whether its status leads there, as v1 does. */
  StatusChange moveAnywhere(CaseStatus next, @Nullable String reason, UserId by, Instant now) {
    StatusChange change = new StatusChange(id, ++statusChanges, status, next, reason, by, now);
    status = next;
    facts += next == CaseStatus.CLOSED ? 2 : 1; // the move, and the end
    resolvedAt = next == CaseStatus.RESOLVED ? now : next == CaseStatus.CLOSED ? resolvedAt : null;
    closedAt = next == CaseStatus.CLOSED ? now : null;
    updatedAt = now;
    return change;
  }

  /** Puts the case aside; one that is aside already stays as it is. */
  Changes archive(Instant now) {
    Changes changes = new Changes();
    if (archivedAt == null) {
      archivedAt = changes.note("archived_at", archivedAt, now);
    }
    return touchedBy(changes, now);
  }

  /** Takes the case back; one that was never put aside stays as it is. */
  Changes restore(Instant now) {
    Changes changes = new Changes();
    archivedAt = changes.noteNullable("archived_at", archivedAt, null);
    return touchedBy(changes, now);
  }

  /** Counts as changed from now on, whether or not anything is different. */
  void touch(Instant now) {
    updatedAt = now;
  }

  private Changes touchedBy(Changes changes, Instant now) {
    if (!changes.isEmpty()) {
      facts++;
      updatedAt = now;
    }
    return changes;
  }

  CaseView seenAs(CaseRole role) {
    return new CaseView(
        id,
        organizationId,
        owner,
        sessionId,
        title,
        description,
        status,
        severity,
        category,
        metadata,
        tags,
        tagsAsWritten,
        messageCount,
        lastMessageAt,
        createdAt,
        updatedAt,
        resolvedAt,
        closedAt,
        archivedAt,
        role,
        version());
  }

  /** What searches look through. */
  CaseText text() {
    return new CaseText(id, owner, createdAt, title, tags, description);
  }

  CaseStatus status() {
    return status;
  }

  EntityVersion version() {
    return new EntityVersion(version);
  }

  /** How many facts have been told of it: the number of the last. */
  long facts() {
    return facts;
  }

  UserId owner() {
    return owner;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  CaseId id() {
    return id;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Case that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }
}
