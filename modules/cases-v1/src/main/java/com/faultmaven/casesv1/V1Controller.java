package com.faultmaven.casesv1;

import com.faultmaven.cases.CaseFilter;
import com.faultmaven.cases.CaseFilter.Archived;
import com.faultmaven.cases.CaseFilter.Scope;
import com.faultmaven.cases.CaseFilter.SearchScope;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.SessionId;
import com.faultmaven.contracts.cases.v1.api.CasesV1Api;
import com.faultmaven.contracts.cases.v1.model.CaseListResponse;
import com.faultmaven.contracts.cases.v1.model.CaseResponse;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The operations of v1. */
@SuppressWarnings("deprecation") // so is all of v1
@RestController
class V1Controller implements CasesV1Api {

  private final V1Cases cases;
  private final V1Properties properties;
  private final HttpServletRequest request;

  V1Controller(V1Cases cases, V1Properties properties, HttpServletRequest request) {
    this.cases = cases;
    this.properties = properties;
    this.request = request;
  }

  @Override
  public ResponseEntity<CaseResponse> createCase(JsonNode body) {
    CaseView opened = cases.open(V1Requests.newCase(body), Caller.current());
    return ResponseEntity.status(201).body(V1Responses.of(opened));
  }

  @Override
  public ResponseEntity<CaseResponse> getCase(String caseId) {
    return ResponseEntity.ok(V1Responses.of(cases.get(CaseId.of(caseId), Caller.current())));
  }

  @Override
  public ResponseEntity<CaseResponse> updateCase(String caseId, JsonNode body) {
    return overwrite(caseId, V1Requests.overwrite(body));
  }

  @Override
  public ResponseEntity<CaseResponse> changeCaseStatus(String caseId, JsonNode body) {
    return overwrite(caseId, Overwrite.of(V1Requests.status(body)));
  }

  @Override
  public ResponseEntity<Void> deleteCase(String caseId) {
    cases.delete(CaseId.of(caseId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<CaseListResponse> listCases(
      @Nullable String status, String page, String pageSize) {
    PageReader query = new PageReader(request);
    V1Status wanted = query.status();
    return list(query, filter(wanted, null));
  }

  @Override
  public ResponseEntity<CaseListResponse> listSessionCases(
      String sessionId, String page, String pageSize) {
    return list(new PageReader(request), filter(null, new SessionId(sessionId)));
  }

  private ResponseEntity<CaseResponse> overwrite(String caseId, Overwrite change) {
    CaseView changed = cases.overwrite(CaseId.of(caseId), change, Caller.current());
    return ResponseEntity.ok(V1Responses.of(changed));
  }

  private ResponseEntity<CaseListResponse> list(PageReader query, CaseFilter filter) {
    long page = query.number("page", 1, PageReader.LAST_PAGE);
    int size =
        Math.toIntExact(
            query.number("page_size", properties.defaultPageSize(), properties.maxPageSize()));
    query.finish();
    Page<CaseView> found = cases.list(filter, PageReader.paging(page, size), Caller.current());
    return ResponseEntity.ok(V1Responses.list(found, page, size));
  }

  private static CaseFilter filter(@Nullable V1Status status, @Nullable SessionId session) {
    return new CaseFilter(
        Scope.OWNED,
        status == null || status.status() == null ? Set.of() : Set.of(status.status()),
        Set.of(),
        Set.of(),
        List.of(),
        session,
        null,
        SearchScope.ALL,
        null,
        null,
        null,
        null,
        status == null
            ? Archived.INCLUDED
            : status == V1Status.ARCHIVED ? Archived.ALONE : Archived.LEFT_OUT);
  }
}
