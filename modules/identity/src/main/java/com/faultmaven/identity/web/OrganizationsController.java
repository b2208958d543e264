package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.OrganizationsApi;
import com.faultmaven.contracts.identity.v1.model.AuditList;
import com.faultmaven.contracts.identity.v1.model.CheckPermissionRequest;
import com.faultmaven.contracts.identity.v1.model.CreateOrganizationRequest;
import com.faultmaven.contracts.identity.v1.model.OrganizationList;
import com.faultmaven.contracts.identity.v1.model.OrganizationResponse;
import com.faultmaven.contracts.identity.v1.model.PermissionCheck;
import com.faultmaven.contracts.identity.v1.model.RoleList;
import com.faultmaven.contracts.identity.v1.model.UpdateOrganizationRequest;
import com.faultmaven.identity.audit.AuditQueries;
import com.faultmaven.identity.organizations.OrganizationCommands;
import com.faultmaven.identity.organizations.OrganizationQueries;
import com.faultmaven.identity.organizations.OrganizationView;
import com.faultmaven.identity.roles.Act;
import com.faultmaven.identity.roles.Permission;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.paging.Paging;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Organizations. */
@RestController
class OrganizationsController implements OrganizationsApi {

  private final OrganizationCommands commands;
  private final OrganizationQueries queries;
  private final AuditQueries audit;

  OrganizationsController(
      OrganizationCommands commands, OrganizationQueries queries, AuditQueries audit) {
    this.commands = commands;
    this.queries = queries;
    this.audit = audit;
  }

  @Override
  public ResponseEntity<OrganizationResponse> createOrganization(
      CreateOrganizationRequest request) {
    Caller caller = Caller.current();
    OrganizationId id = commands.create(OrganizationRequests.organization(request), caller);
    OrganizationView view = queries.get(id, caller);
    return ResponseEntity.created(URI.create("/api/v1/organizations/" + id))
        .eTag(view.etag())
        .body(OrganizationResponses.organization(view));
  }

  @Override
  public ResponseEntity<OrganizationList> listOrganizations(
      Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        OrganizationResponses.organizations(
            queries.own(Paging.of(limit, offset, cursor), Caller.current())));
  }

  @Override
  public ResponseEntity<OrganizationResponse> getOrganization(String organizationId) {
    return answer(queries.get(OrganizationPaths.organization(organizationId), Caller.current()));
  }

  @Override
  public ResponseEntity<OrganizationResponse> getOrganizationBySlug(String slug) {
    return answer(queries.called(OrganizationPaths.slug(slug), Caller.current()));
  }

  @Override
  public ResponseEntity<OrganizationResponse> updateOrganization(
      String organizationId, UpdateOrganizationRequest request, @Nullable String ifMatch) {
    OrganizationId id = OrganizationPaths.organization(organizationId);
    Caller caller = Caller.current();
    commands.update(id, OrganizationRequests.edit(request), IfMatch.of(ifMatch), caller);
    return answer(queries.get(id, caller));
  }

  @Override
  public ResponseEntity<Void> deleteOrganization(String organizationId, @Nullable String ifMatch) {
    commands.delete(
        OrganizationPaths.organization(organizationId), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<PermissionCheck> checkPermission(
      String organizationId, CheckPermissionRequest request) {
    OrganizationId id = OrganizationPaths.organization(organizationId);
    Permission permission = Permission.of(request.getPermission().getValue());
    Caller caller = Caller.current();
    boolean has = queries.standing(id, caller).has(permission);
    return ResponseEntity.ok(OrganizationResponses.check(has, permission, caller.userId(), id));
  }

  @Override
  public ResponseEntity<AuditList> listOrganizationAudit(
      String organizationId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    OrganizationId id = OrganizationPaths.organization(organizationId);
    Paging paging = Paging.of(limit, offset, cursor);
    queries.require(Act.READ_AUDIT, id, Caller.current());
    return ResponseEntity.ok(AuditResponses.list(audit.ofOrganization(id.value(), paging)));
  }

  @Override
  public ResponseEntity<RoleList> listRoles() {
    return ResponseEntity.ok(OrganizationResponses.roles());
  }

  private static ResponseEntity<OrganizationResponse> answer(OrganizationView view) {
    return ResponseEntity.ok().eTag(view.etag()).body(OrganizationResponses.organization(view));
  }
}
