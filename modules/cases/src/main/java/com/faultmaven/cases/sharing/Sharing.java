package com.faultmaven.cases.sharing;

import com.faultmaven.cases.Case;
import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.cases.Cases;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets other people in on a case, up to a hundred of them. Only the owner shares. */
@Service
public class Sharing {

  private static final int MOST = 100;
  private static final IfMatch WHATEVER_IS_THERE = IfMatch.of(null);

  private final Cases cases;
  private final CaseAccess access;
  private final Participants participants;
  private final ParticipantAudit audit;
  private final Clock clock;

  Sharing(
      Cases cases,
      CaseAccess access,
      Participants participants,
      ParticipantAudit audit,
      Clock clock) {
    this.cases = cases;
    this.access = access;
    this.participants = participants;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody a case is shared with, in the order it was shared; the owner is not among them. */
  @Transactional(readOnly = true)
  public List<ParticipantView> of(CaseId id, Caller caller) {
    access.requireReadable(id, caller);
    return participants.allIn(id).stream().map(Participant::view).toList();
  }

  /**
   * Shares a case, or gives a participant another role.
   *
   * @param role collaborator or viewer
   * @throws InvalidRequest if the user is the owner, or no user can have that id
   */
  @Transactional
  public Shared share(CaseId id, UserId user, CaseRole role, Caller caller) {
    requireSomebodyElse(cases.owned(id, WHATEVER_IS_THERE, caller), user);
    Instant now = clock.instant();
    Optional<Participant> known = find(id, user);
    boolean changed = known.isEmpty() || known.get().become(role, caller.userId(), now);
    Participant participant =
        known.orElseGet(() -> newcomer(new Participant(id, user, role, caller.userId(), now)));
    if (changed) {
      participants.flush();
      audit.granted(participant.view());
    }
    return new Shared(participant.view(), known.isEmpty());
  }

  /** Takes a case away from a participant: the owner from anybody, everybody from themselves. */
  @Transactional
  public void unshare(CaseId id, UserId user, Caller caller) {
    if (caller.is(user)) {
      cases.visible(id, caller);
    } else {
      cases.owned(id, WHATEVER_IS_THERE, caller);
    }
    Participant participant = find(id, user).orElseThrow(() -> ParticipantNotFound.of(id, user));
    participants.delete(participant);
    participants.flush();
    audit.revoked(participant.view(), caller.userId(), clock.instant());
  }

  private Optional<Participant> find(CaseId id, UserId user) {
    return participants.findById(new Participant.Id(id, user.value()));
  }

  private Participant newcomer(Participant newcomer) {
    CaseId id = newcomer.getId().caseId();
    if (participants.numberIn(id) >= MOST) {
      throw TooManyParticipants.in(id, MOST);
    }
    return participants.save(newcomer);
  }

  private static void requireSomebodyElse(Case theCase, UserId user) {
    if (theCase.owner().equals(user)) {
      throw refused("not_allowed", "The owner has the case already and cannot be a participant.");
    }
    if (!Name.isValid(user.value())) {
      throw refused("invalid_format", "user_id " + Name.RULE + ".");
    }
    if (user.equals(UserId.DELETED)) {
      throw refused("not_allowed", user + " stands for users whose data is deleted.");
    }
  }

  private static InvalidRequest refused(String code, String detail) {
    return InvalidRequest.body(List.of(Violation.ofParameter("user_id", code, detail)));
  }

  /**
   * What came of sharing.
   *
   * @param isNew whether the user was no participant before
   */
  public record Shared(ParticipantView participant, boolean isNew) {}
}
