package com.faultmaven.cases;

import com.faultmaven.kernel.Caller;
import org.springframework.stereotype.Component;

/**
 * Finds a case for a caller who is about to change it, and locks it until the transaction ends, so
 * that its changes queue. A case the caller may not see is {@link CaseNotFound}; one it sees and
 * may not change in this way is {@link PermissionDenied}.
 */
@Component
class CaseLocks {

  private final Cases cases;
  private final Participants participants;

  CaseLocks(Cases cases, Participants participants) {
    this.cases = cases;
    this.participants = participants;
  }

  Case owned(CaseId id, Caller caller) {
    Case theCase = visible(id, caller);
    roleOf(caller, theCase).requireOwner(id);
    return theCase;
  }

  Case writable(CaseId id, Caller caller) {
    Case theCase = visible(id, caller);
    roleOf(caller, theCase).requireWriter(id);
    return theCase;
  }

  Case visible(CaseId id, Caller caller) {
    return cases
        .findLocked(id, caller.organizationId().value(), caller.userId(), caller.userId().value())
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  CaseRole roleOf(Caller caller, Case theCase) {
    if (caller.is(theCase.owner())) {
      return CaseRole.OWNER;
    }
    return participants
        .findById(new Participant.Id(theCase.id(), caller.userId().value()))
        .map(Participant::role)
        .orElseThrow(() -> CaseNotFound.of(theCase.id()));
  }
}
