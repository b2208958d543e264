package com.faultmaven.identity.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what in an organization: the whole table. */
class StandingTest {

  private static final Standing NOBODY = new Standing(null, null, false);

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          act,                 owner, admin, member, viewer, lead
          READ,                true,  true,  true,   true,   true
          CHANGE,              true,  true,  false,  false,  false
          READ_AUDIT,          true,  true,  false,  false,  false
          DELETE,              true,  false, false,  false,  false
          APPOINT_OWNERS,      true,  false, false,  false,  false
          MANAGE_MEMBERS,      true,  true,  false,  false,  false
          CREATE_TEAM,         true,  true,  false,  false,  false
          CHANGE_TEAM,         true,  true,  false,  false,  true
          CHANGE_TEAM_MEMBERS, true,  true,  false,  false,  true
          DELETE_TEAM,         true,  true,  false,  false,  false
          """)
  void followsFromRoles(
      Act act, boolean owner, boolean admin, boolean member, boolean viewer, boolean lead) {
    assertThat(of(OrganizationRole.OWNER).may(act)).isEqualTo(owner);
    assertThat(of(OrganizationRole.ADMIN).may(act)).isEqualTo(admin);
    assertThat(of(OrganizationRole.MEMBER).may(act)).isEqualTo(member);
    assertThat(of(OrganizationRole.VIEWER).may(act)).isEqualTo(viewer);
    assertThat(new Standing(OrganizationRole.VIEWER, TeamRole.LEAD, false).may(act))
        .isEqualTo(lead);
    assertThat(new Standing(OrganizationRole.MEMBER, TeamRole.MEMBER, false).may(act))
        .isEqualTo(member);
  }

  @ParameterizedTest
  @EnumSource
  void isNothingForWhoIsNoMemberAndEverythingForAnAdministrator(Act act) {
    assertThat(NOBODY.may(act)).isFalse();
    assertThat(new Standing(null, TeamRole.LEAD, false).may(act)).as("alone").isFalse();
    assertThat(new Standing(null, null, true).may(act)).isTrue();
    assertThatThrownBy(() -> NOBODY.require(act)).isInstanceOf(NotPermitted.class);
  }

  @Test
  void hidesTheOrganizationFromWhoIsNoMember() {
    assertThat(NOBODY.sees()).isFalse();
    assertThat(of(OrganizationRole.VIEWER).sees()).isTrue();
    Caller admin =
        new Caller(new UserId("ada"), OrganizationId.DEFAULT, null, Set.of("user", "admin"));
    assertThat(Standing.of(admin, null, null).sees()).isTrue();
  }

  @Test
  void listsEveryPermissionOfEveryRole() {
    assertThat(Permission.values()).hasSize(17);
    assertThat(OrganizationRole.OWNER.permissions()).containsExactly(Permission.values());
    assertThat(OrganizationRole.ADMIN.permissions())
        .containsExactlyElementsOf(
            Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.ORGANIZATION_MANAGE)
                .toList());
    assertThat(words(OrganizationRole.MEMBER))
        .containsExactly(
            "cases.read",
            "cases.write",
            "knowledge_base.read",
            "knowledge_base.write",
            "organization.read",
            "users.read",
            "teams.read");
    assertThat(words(OrganizationRole.VIEWER))
        .containsExactly(
            "cases.read", "knowledge_base.read", "organization.read", "users.read", "teams.read");
    assertThat(words(TeamRole.LEAD))
        .containsExactly(
            "cases.read",
            "cases.write",
            "knowledge_base.read",
            "knowledge_base.write",
            "teams.read",
            "teams.write");
    assertThat(words(TeamRole.MEMBER))
        .containsExactly(
            "cases.read", "cases.write", "knowledge_base.read", "knowledge_base.write");
  }

  @Test
  void hasWhateverIsBelowManage() {
    assertThat(Permission.CASES_MANAGE.implies(Permission.CASES_DELETE)).isTrue();
    assertThat(Permission.CASES_MANAGE.implies(Permission.TEAMS_READ)).isFalse();
    assertThat(Permission.CASES_WRITE.implies(Permission.CASES_READ)).isFalse();
    assertThat(Permission.of("knowledge_base.manage")).isEqualTo(Permission.KNOWLEDGE_BASE_MANAGE);
  }

  private static Standing of(OrganizationRole role) {
    return new Standing(role, null, false);
  }

  private static List<String> words(Role role) {
    return role.permissions().stream().map(Permission::word).toList();
  }
}
