package com.faultmaven.cases.web;

import com.faultmaven.cases.CaseCommands;
import com.faultmaven.cases.CaseFilter;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseQueries;
import com.faultmaven.cases.CaseStatusChanged;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.StatusHistory;
import com.faultmaven.contracts.cases.v2.api.CaseFilterParameters;
import com.faultmaven.contracts.cases.v2.api.CasesApi;
import com.faultmaven.contracts.cases.v2.model.CaseFacets;
import com.faultmaven.contracts.cases.v2.model.CaseList;
import com.faultmaven.contracts.cases.v2.model.CaseResponse;
import com.faultmaven.contracts.cases.v2.model.CaseSort;
import com.faultmaven.contracts.cases.v2.model.ChangeCaseStatusRequest;
import com.faultmaven.contracts.cases.v2.model.CreateCaseRequest;
import com.faultmaven.contracts.cases.v2.model.StatusChangeList;
import com.faultmaven.contracts.cases.v2.model.StatusChangeResponse;
import com.faultmaven.contracts.cases.v2.model.UpdateCaseRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Cases. */
@RestController
class CasesController implements CasesApi {

  private final CaseCommands commands;
  private final CaseQueries queries;
  private final StatusHistory history;

  CasesController(CaseCommands commands, CaseQueries queries, StatusHistory history) {
    this.commands = commands;
    this.queries = queries;
    this.history = history;
  }

  @Override
  public ResponseEntity<CaseResponse> createCase(CreateCaseRequest request) {
    CaseView opened = commands.open(CaseRequests.newCase(request), Caller.current());
    return ResponseEntity.created(URI.create("/api/v2/cases/" + opened.id()))
        .eTag(opened.etag())
        .body(CaseResponses.of(opened));
  }

  @Override
  public ResponseEntity<CaseResponse> getCase(String caseId) {
    return answer(queries.get(CaseId.of(caseId), Caller.current()));
  }

  @Override
  public ResponseEntity<CaseResponse> updateCase(
      String caseId, UpdateCaseRequest request, @Nullable String ifMatch) {
    return answer(
        commands.edit(
            CaseId.of(caseId), CaseRequests.edit(request), IfMatch.of(ifMatch), Caller.current()));
  }

  @Override
  public ResponseEntity<Void> deleteCase(String caseId, @Nullable String ifMatch) {
    commands.delete(CaseId.of(caseId), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<StatusChangeResponse> changeCaseStatus(
      String caseId, ChangeCaseStatusRequest request, @Nullable String ifMatch) {
    CaseStatusChanged fact =
        commands.changeStatus(
            CaseId.of(caseId),
            CaseRequests.status(request.getStatus()),
            request.getReason().orElse(null),
            IfMatch.of(ifMatch),
            Caller.current());
    return ResponseEntity.status(201)
        .eTag(fact.version().tag())
        .body(CaseResponses.of(fact.change()));
  }

  @Override
  public ResponseEntity<StatusChangeList> listCaseStatusChanges(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    Paging paging = Paging.of(limit, offset, cursor);
    return ResponseEntity.ok(
        CaseResponses.statusChanges(history.of(CaseId.of(caseId), paging, Caller.current())));
  }

  @Override
  public ResponseEntity<Void> archiveCase(String caseId, @Nullable String ifMatch) {
    return done(commands.archive(CaseId.of(caseId), IfMatch.of(ifMatch), Caller.current()));
  }

  @Override
  public ResponseEntity<Void> restoreCase(String caseId, @Nullable String ifMatch) {
    return done(commands.restore(CaseId.of(caseId), IfMatch.of(ifMatch), Caller.current()));
  }

  @Override
  public ResponseEntity<CaseList> listCases(
      CaseFilterParameters filter,
      Boolean highlight,
      CaseSort sort,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    CaseFilter wanted = CaseRequests.filter(filter);
    Page<CaseView> page =
        queries.list(
            wanted,
            CaseRequests.sort(sort, filter.q()),
            Paging.of(limit, offset, cursor),
            Caller.current());
    return list(page, wanted, highlight);
  }

  @Override
  public ResponseEntity<CaseFacets> countCases(CaseFilterParameters filter) {
    return ResponseEntity.ok(
        CaseResponses.of(queries.facets(CaseRequests.filter(filter), Caller.current())));
  }

  @Override
  public ResponseEntity<CaseList> listUserCases(
      String userId,
      CaseFilterParameters filter,
      Boolean highlight,
      CaseSort sort,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    CaseFilter wanted = CaseRequests.filter(filter);
    Page<CaseView> page =
        queries.listOf(
            new UserId(userId),
            wanted,
            CaseRequests.sort(sort, filter.q()),
            Paging.of(limit, offset, cursor),
            Caller.current());
    return list(page, wanted, highlight);
  }

  private ResponseEntity<CaseList> list(Page<CaseView> page, CaseFilter filter, boolean highlight) {
    return ResponseEntity.ok(
        CaseResponses.cases(page, queries.matches(page.rows(), filter, highlight)));
  }

  private static ResponseEntity<CaseResponse> answer(CaseView seen) {
    return ResponseEntity.ok().eTag(seen.etag()).body(CaseResponses.of(seen));
  }

  private static ResponseEntity<Void> done(CaseView changed) {
    return ResponseEntity.noContent().eTag(changed.etag()).build();
  }
}
