package com.faultmaven.cases;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate: one production problem, from the first question to the end. Only its methods
 * change it, {@link Cases} locks it before and stores it after.
 *
 * <p>Each fact has a number, one more than that of the fact before it. Whatever is done to the case
 * before it is stored, its version grows by one; a message is no reason for that.
 */
public final class Case {

  private final CaseView stored;
  private CaseRole role;

  private String title;
  private String description;
  private Severity severity;
  private Category category;
  private @Nullable String sessionId;
  private Metadata metadata;
  private CaseStatus status;
  private List<String> tags;
  private @Nullable List<String> tagsAsWritten;
  private int statusChanges;
  private long facts;
  private Instant updatedAt;
  private @Nullable Instant resolvedAt;
  private @Nullable Instant closedAt;
  private @Nullable Instant archivedAt;
  private EntityVersion version;

  private final List<StatusChange> moves = new ArrayList<>();
  private final List<Object> unpublished = new ArrayList<>();

  /**
   * A case as it is stored.
   *
   * @param facts the number of its last fact
   */
  Case(CaseView stored, int statusChanges, long facts) {
    this.stored = stored;
    this.role = stored.myRole();
    this.title = stored.title();
    this.description = stored.description();
    this.severity = stored.severity();
    this.category = stored.category();
    this.sessionId = stored.sessionId();
    this.metadata = stored.metadata();
    this.status = stored.status();
    this.tags = stored.tags();
    this.tagsAsWritten = stored.tagsAsWritten();
    this.statusChanges = statusChanges;
    this.facts = facts;
    this.updatedAt = stored.updatedAt();
    this.resolvedAt = stored.resolvedAt();
    this.closedAt = stored.closedAt();
    this.archivedAt = stored.archivedAt();
    this.version = stored.version();
  }

  /** A new case. What its owner says first is counted, and is the second fact. */
  static Case open(CaseId id, Caller owner, Title title, NewCase details, Instant now) {
    boolean spoken = details.initialMessage() != null;
    CaseView opened =
        new CaseView(
            id,
            owner.organizationId().value(),
            owner.userId(),
            details.sessionId() == null ? null : details.sessionId().value(),
            title.value(),
            details.description(),
            CaseStatus.CONSULTING,
            details.severity(),
            details.category(),
            details.metadata(),
            details.tags().values(),
            details.tagsAsWritten(),
            spoken ? 1 : 0,
            spoken ? now : null,
            now,
            now,
            null,
            null,
            null,
            CaseRole.OWNER,
            new EntityVersion(1));
    return new Case(opened, 0, spoken ? 2 : 1);
  }

  /** Makes the edit; one that changes nothing leaves no trace. */
  public void edit(CaseEdit edit, Instant now) {
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
    update(changes, now);
  }

  /** Puts the case aside; one that is aside already stays as it is. */
  public void archive(Instant now) {
    Changes changes = new Changes();
    if (archivedAt == null) {
      archivedAt = changes.note("archived_at", archivedAt, now);
    }
    update(changes, now);
  }

  /** Takes the case back; one that was never put aside stays as it is. */
  public void restore(Instant now) {
    Changes changes = new Changes();
    archivedAt = changes.noteNullable("archived_at", archivedAt, null);
    update(changes, now);
  }

  private void update(Changes changes, Instant now) {
    if (!changes.isEmpty()) {
      touch(now);
      publish(new CaseUpdated(id(), owner(), changes.newValues(), ++facts, now));
    }
  }

  /**
   * Moves the case on.
   *
   * @throws IllegalStatusChange if its status does not lead there
   */
  public CaseStatusChanged moveTo(
      CaseStatus next, @Nullable String reason, UserId by, Instant now) {
    if (!status.canMoveTo(next)) {
      throw IllegalStatusChange.between(status, next);
    }
    return moveAnywhere(next, reason, by, now);
  }

  /** Moves the case without asking whether its status leads there, as v1 does. */
  public CaseStatusChanged moveAnywhere(
      CaseStatus next, @Nullable String reason, UserId by, Instant now) {
    StatusChange move = new StatusChange(id(), ++statusChanges, status, next, reason, by, now);
    moves.add(move);
    status = next;
    resolvedAt = next == CaseStatus.RESOLVED ? now : next == CaseStatus.CLOSED ? resolvedAt : null;
    closedAt = next == CaseStatus.CLOSED ? now : null;
    touch(now);
    CaseStatusChanged moved = new CaseStatusChanged(owner(), move, ++facts, version);
    publish(moved);
    if (next == CaseStatus.CLOSED) {
      publish(new CaseClosed(owner(), move, ++facts));
    }
    return moved;
  }

  /**
   * Takes over the names of its tags, which filters, facets and answers show.
   *
   * @return the number of the fact, which the module that keeps the tags has to {@link #publish}
   */
  public long retag(TagNames names, Instant now) {
    tags = names.values();
    tagsAsWritten = null;
    touch(now);
    return ++facts;
  }

  /** Remembers what v1 calls the tags it has: null if nothing else than them. */
  public void rememberTagsAsWritten(@Nullable List<String> asWritten) {
    tagsAsWritten = asWritten;
  }

  /** Counts as changed from now on, whether or not anything is different. */
  public void touch(Instant now) {
    updatedAt = now;
    version = new EntityVersion(stored.version().value() + 1);
  }

  /** Has a fact published when the case is stored, after those before it. */
  public void publish(Object fact) {
    unpublished.add(fact);
  }

  /** Ends the case. */
  void delete(Instant now) {
    publish(new CaseDeleted(id(), owner(), ++facts, now));
  }

  public CaseId id() {
    return stored.id();
  }

  public UserId owner() {
    return stored.owner();
  }

  public OrganizationId organization() {
    return new OrganizationId(stored.organizationId());
  }

  public EntityVersion version() {
    return version;
  }

  public CaseStatus status() {
    return status;
  }

  /** The number of the last fact. */
  long facts() {
    return facts;
  }

  /** What the caller who locked it is to it. */
  CaseRole role() {
    return role;
  }

  void actAs(CaseRole participant) {
    role = participant;
  }

  /** Takes over the metadata as the row spells them. */
  void readBack(Metadata asStored) {
    metadata = asStored;
  }

  boolean isChanged() {
    return !version.equals(stored.version());
  }

  /** Whether searches look through something else now. */
  boolean hasOtherText() {
    return !title.equals(stored.title())
        || !description.equals(stored.description())
        || !tags.equals(stored.tags());
  }

  int statusChanges() {
    return statusChanges;
  }

  /** The moves that are not stored yet. */
  List<StatusChange> moves() {
    return List.copyOf(moves);
  }

  /** The facts that are not published yet, in their order. */
  List<Object> unpublished() {
    return List.copyOf(unpublished);
  }

  /** The case as its row has it. */
  CaseView stored() {
    return stored;
  }

  /** The case as it is now, for the caller who changes it. */
  public CaseView view() {
    return new CaseView(
        id(),
        stored.organizationId(),
        owner(),
        sessionId,
        title,
        description,
        status,
        severity,
        category,
        metadata,
        tags,
        tagsAsWritten,
        stored.messageCount(),
        stored.lastMessageAt(),
        stored.createdAt(),
        updatedAt,
        resolvedAt,
        closedAt,
        archivedAt,
        role,
        version);
  }
}
