package com.faultmaven.escalations.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.escalations.v1.api.TargetsApi;
import com.faultmaven.contracts.escalations.v1.model.AddTargetRequest;
import com.faultmaven.contracts.escalations.v1.model.SuggestTargetsRequest;
import com.faultmaven.contracts.escalations.v1.model.SuggestedTargets;
import com.faultmaven.contracts.escalations.v1.model.Target;
import com.faultmaven.contracts.escalations.v1.model.TargetList;
import com.faultmaven.contracts.escalations.v1.model.UpdateTargetRequest;
import com.faultmaven.escalations.Suggestions;
import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.escalations.Targets;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Targets. */
@RestController
class TargetsController implements TargetsApi {

  private static final int USUAL_SUGGESTIONS = 8;

  private final Targets targets;
  private final Suggestions suggestions;

  TargetsController(Targets targets, Suggestions suggestions) {
    this.targets = targets;
    this.suggestions = suggestions;
  }

  @Override
  public ResponseEntity<TargetList> listTargets(String caseId) {
    List<com.faultmaven.escalations.Target> found =
        targets.list(CaseId.of(caseId), Caller.current());
    return ResponseEntity.ok(
        new TargetList()
            .targets(found.stream().map(TargetBodies::response).toList())
            .total((long) found.size()));
  }

  @Override
  public ResponseEntity<Target> addTarget(String caseId, AddTargetRequest request) {
    Targets.Placed placed =
        targets.add(CaseId.of(caseId), TargetBodies.details(request), Caller.current());
    String path = "/api/v1/cases/" + caseId + "/escalation-targets/" + placed.target().id().value();
    ResponseEntity.BodyBuilder answer =
        placed.added() ? ResponseEntity.created(URI.create(path)) : ResponseEntity.ok();
    return answer
        .eTag(placed.target().version().tag())
        .body(TargetBodies.response(placed.target()));
  }

  @Override
  public ResponseEntity<Target> getTarget(String caseId, String targetId) {
    return answer(targets.get(CaseId.of(caseId), targetId, Caller.current()));
  }

  @Override
  public ResponseEntity<Target> updateTarget(
      String caseId, String targetId, UpdateTargetRequest request, @Nullable String ifMatch) {
    return answer(
        targets.edit(
            CaseId.of(caseId),
            targetId,
            TargetBodies.edit(request),
            IfMatch.of(ifMatch),
            Caller.current()));
  }

  @Override
  public ResponseEntity<Void> deleteTarget(
      String caseId, String targetId, @Nullable String ifMatch) {
    targets.delete(CaseId.of(caseId), targetId, IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<SuggestedTargets> suggestTargets(SuggestTargetsRequest request) {
    String about = request.getCaseId().orElse(null);
    Integer limit = request.getLimit().orElse(null);
    List<TargetDetails> suggested =
        suggestions.suggest(
            new Suggestions.Wanted(
                about == null ? null : CaseId.of(about),
                ContactBodies.area(request.getGeometry().orElse(null), "/geometry"),
                ContactBodies.orNone(request.getReportIds().orElse(null)),
                request.getClassification().orElse(null),
                limit == null ? USUAL_SUGGESTIONS : limit),
            Caller.current());
    return ResponseEntity.ok(
        new SuggestedTargets().targets(suggested.stream().map(ContactBodies::suggested).toList()));
  }

  private static ResponseEntity<Target> answer(com.faultmaven.escalations.Target target) {
    return ResponseEntity.ok().eTag(target.version().tag()).body(TargetBodies.response(target));
  }
}
