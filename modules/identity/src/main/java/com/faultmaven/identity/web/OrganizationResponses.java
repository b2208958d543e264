package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.model.MemberList;
import com.faultmaven.contracts.identity.v1.model.MemberResponse;
import com.faultmaven.contracts.identity.v1.model.OrganizationList;
import com.faultmaven.contracts.identity.v1.model.OrganizationResponse;
import com.faultmaven.contracts.identity.v1.model.OrganizationRole;
import com.faultmaven.contracts.identity.v1.model.PermissionCheck;
import com.faultmaven.contracts.identity.v1.model.PlanTier;
import com.faultmaven.contracts.identity.v1.model.RoleList;
import com.faultmaven.contracts.identity.v1.model.RolePermissions;
import com.faultmaven.identity.organizations.Member;
import com.faultmaven.identity.organizations.Organization;
import com.faultmaven.identity.organizations.OrganizationView;
import com.faultmaven.identity.roles.Permission;
import com.faultmaven.identity.roles.Role;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Page;
import java.util.HashMap;

/** Shows organizations, their members and what these may do. */
final class OrganizationResponses {

  private OrganizationResponses() {}

  static OrganizationResponse organization(OrganizationView view) {
    Organization organization = view.organization();
    UserId owner = view.owner();
    com.faultmaven.identity.roles.OrganizationRole role = view.role();
    return new OrganizationResponse()
        .organizationId(organization.id().value())
        .name(organization.name())
        .slug(organization.slug())
        .description(organization.description())
        .planTier(PlanTier.valueOf(organization.plan().name()))
        .maxMembers(organization.maxMembers())
        .currentMemberCount(organization.members())
        .ownerUserId(owner == null ? null : owner.value())
        .myRole(role == null ? null : role.word())
        .settings(new HashMap<>(organization.settings().values()))
        .createdAt(UserResponses.at(organization.createdAt()))
        .updatedAt(UserResponses.at(organization.updatedAt()))
        .version(organization.version().value());
  }

  static OrganizationList organizations(Page<OrganizationView> page) {
    OrganizationList list =
        new OrganizationList()
            .organizations(page.rows().stream().map(OrganizationResponses::organization).toList())
            .limit(page.asked().limit());
    list.setTotal(page.total());
    list.setOffset(page.offset());
    list.setNextCursor(page.nextCursor());
    return list;
  }

  static MemberResponse member(Member member) {
    return new MemberResponse()
        .userId(member.person().id().value())
        .username(member.person().username())
        .displayName(member.person().displayName())
        .organizationId(member.organization().value())
        .role(OrganizationRole.valueOf(member.role().name()))
        .joinedAt(UserResponses.at(member.joinedAt()));
  }

  static MemberList members(Page<Member> page) {
    MemberList list =
        new MemberList()
            .members(page.rows().stream().map(OrganizationResponses::member).toList())
            .limit(page.asked().limit());
    list.setTotal(page.total());
    list.setOffset(page.offset());
    list.setNextCursor(page.nextCursor());
    return list;
  }

  static PermissionCheck check(
      boolean has, Permission permission, UserId user, OrganizationId organization) {
    return new PermissionCheck()
        .hasPermission(has)
        .permission(shown(permission))
        .userId(user.value())
        .organizationId(organization.value());
  }

  static RoleList roles() {
    return new RoleList().roles(Role.all().stream().map(OrganizationResponses::role).toList());
  }

  private static RolePermissions role(Role role) {
    return new RolePermissions()
        .role(role.word())
        .scope(role.scope().word())
        .permissions(role.permissions().stream().map(OrganizationResponses::shown).toList());
  }

  private static com.faultmaven.contracts.identity.v1.model.Permission shown(
      Permission permission) {
    return com.faultmaven.contracts.identity.v1.model.Permission.valueOf(permission.name());
  }
}
