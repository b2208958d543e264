package com.faultmaven.cases.sharing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.kernel.UserId;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** Somebody a case is shared with. */
@Entity
@Table(schema = "cases", name = "participants")
class Participant implements Persistable<Participant.Id> {

  @EmbeddedId private Id id;

  @Enumerated(EnumType.STRING)
  private CaseRole role;

  @Convert(converter = UserIdColumn.class)
  private UserId grantedBy;

  private Instant grantedAt;

  @Transient private boolean isNew;

  @SuppressWarnings("NullAway.Init") // filled in by JPA
  protected Participant() {}

  Participant(CaseId caseId, UserId user, CaseRole role, UserId by, Instant at) {
    this.id = new Id(caseId, user.value());
    this.role = role;
    this.grantedBy = by;
    this.grantedAt = at;
    this.isNew = true;
  }

  @PostLoad
  @PostPersist
  void isStored() {
    isNew = false;
  }

  /** Gives another role, and tells whether it was another. */
  boolean become(CaseRole other, UserId by, Instant at) {
    if (role == other) {
      return false;
    }
    role = other;
    grantedBy = by;
    grantedAt = at;
    return true;
  }

  CaseRole role() {
    return role;
  }

  ParticipantView view() {
    return new ParticipantView(id.caseId(), new UserId(id.userId()), role, grantedBy, grantedAt);
  }

  @Override
  public Id getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return isNew;
  }

  @Embeddable
  record Id(CaseId caseId, String userId) implements Serializable {}
}
