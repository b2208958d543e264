package com.faultmaven.cases.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.cases.sharing.ParticipantView;
import com.faultmaven.cases.sharing.Sharing;
import com.faultmaven.cases.sharing.Sharing.Shared;
import com.faultmaven.contracts.cases.v2.api.ParticipantsApi;
import com.faultmaven.contracts.cases.v2.model.ParticipantList;
import com.faultmaven.contracts.cases.v2.model.ParticipantResponse;
import com.faultmaven.contracts.cases.v2.model.ParticipantRole;
import com.faultmaven.contracts.cases.v2.model.SetParticipantRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Participants. */
@RestController
class ParticipantsController implements ParticipantsApi {

  private final Sharing sharing;

  ParticipantsController(Sharing sharing) {
    this.sharing = sharing;
  }

  @Override
  public ResponseEntity<ParticipantList> listParticipants(String caseId) {
    List<ParticipantView> participants = sharing.of(CaseId.of(caseId), Caller.current());
    return ResponseEntity.ok(
        new ParticipantList()
            .participants(participants.stream().map(ParticipantsController::response).toList()));
  }

  @Override
  public ResponseEntity<ParticipantResponse> setParticipant(
      String caseId, String userId, SetParticipantRequest request) {
    CaseRole role = CaseRole.valueOf(request.getRole().name());
    Shared shared = sharing.share(CaseId.of(caseId), new UserId(userId), role, Caller.current());
    return ResponseEntity.status(shared.isNew() ? 201 : 200).body(response(shared.participant()));
  }

  @Override
  public ResponseEntity<Void> removeParticipant(String caseId, String userId) {
    sharing.unshare(CaseId.of(caseId), new UserId(userId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  private static ParticipantResponse response(ParticipantView participant) {
    return new ParticipantResponse()
        .caseId(participant.caseId().value())
        .userId(participant.user().value())
        .role(ParticipantRole.valueOf(participant.role().name()))
        .grantedBy(participant.grantedBy().value())
        .grantedAt(participant.grantedAt().atOffset(ZoneOffset.UTC));
  }
}
