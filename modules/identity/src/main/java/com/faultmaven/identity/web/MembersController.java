package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.MembersApi;
import com.faultmaven.contracts.identity.v1.model.AddMemberRequest;
import com.faultmaven.contracts.identity.v1.model.ChangeMemberRoleRequest;
import com.faultmaven.contracts.identity.v1.model.MemberList;
import com.faultmaven.contracts.identity.v1.model.MemberResponse;
import com.faultmaven.identity.organizations.Member;
import com.faultmaven.identity.organizations.MemberCommands;
import com.faultmaven.identity.organizations.MemberQueries;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.paging.Paging;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Members. */
@RestController
class MembersController implements MembersApi {

  private final MemberCommands commands;
  private final MemberQueries queries;

  MembersController(MemberCommands commands, MemberQueries queries) {
    this.commands = commands;
    this.queries = queries;
  }

  @Override
  public ResponseEntity<MemberList> listMembers(
      String organizationId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        OrganizationResponses.members(
            queries.of(
                OrganizationPaths.organization(organizationId),
                Paging.of(limit, offset, cursor),
                Caller.current())));
  }

  @Override
  public ResponseEntity<MemberResponse> addMember(String organizationId, AddMemberRequest request) {
    OrganizationId id = OrganizationPaths.organization(organizationId);
    Member added =
        commands.add(
            id,
            OrganizationRequests.wanted(request),
            OrganizationRequests.role(request.getRole().orElse(null)),
            Caller.current());
    return ResponseEntity.created(
            URI.create("/api/v1/organizations/" + id + "/members/" + pathOf(added)))
        .body(OrganizationResponses.member(added));
  }

  @Override
  public ResponseEntity<MemberResponse> changeMemberRole(
      String organizationId, String userId, ChangeMemberRoleRequest request) {
    return ResponseEntity.ok(
        OrganizationResponses.member(
            commands.changeRole(
                OrganizationPaths.organization(organizationId),
                OrganizationPaths.member(userId),
                OrganizationRequests.role(request.getRole()),
                Caller.current())));
  }

  @Override
  public ResponseEntity<Void> removeMember(String organizationId, String userId) {
    commands.remove(
        OrganizationPaths.organization(organizationId),
        OrganizationPaths.member(userId),
        Caller.current());
    return ResponseEntity.noContent().build();
  }

  private static String pathOf(Member member) {
    return PathIds.segment(member.person().id());
  }
}
