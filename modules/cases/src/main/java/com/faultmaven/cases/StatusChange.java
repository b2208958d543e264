package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One line of a case's audit trail. */
@Entity
@Immutable
@Table(schema = "cases", name = "status_changes")
class StatusChange implements Persistable<StatusChange.Id> {

  @EmbeddedId private Id id;

  @Enumerated(EnumType.STRING)
  private CaseStatus fromStatus;

  @Enumerated(EnumType.STRING)
  private CaseStatus toStatus;

  private @Nullable String reason;

  @Convert(converter = UserIdColumn.class)
  private UserId changedBy;

  private Instant changedAt;

  @SuppressWarnings("NullAway.Init") // filled in by JPA
  protected StatusChange() {}

  StatusChange(
      CaseId caseId,
      int sequence,
      CaseStatus from,
      CaseStatus to,
      @Nullable String reason,
      UserId by,
      Instant at) {
    this.id = new Id(caseId, sequence);
    this.fromStatus = from;
    this.toStatus = to;
    this.reason = reason;
    this.changedBy = by;
    this.changedAt = at;
  }

  StatusChangeView view() {
    return new StatusChangeView(
        id.caseId(), id.sequence(), fromStatus, toStatus, reason, changedBy, changedAt);
  }

  @Override
  public Id getId() {
    return id;
  }

  /** Written once, never changed: whatever is saved is new. */
  @Override
  public boolean isNew() {
    return true;
  }

  @Embeddable
  record Id(CaseId caseId, int sequence) implements Serializable {}
}
