package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.model.TeamList;
import com.faultmaven.contracts.identity.v1.model.TeamMemberList;
import com.faultmaven.contracts.identity.v1.model.TeamMemberResponse;
import com.faultmaven.contracts.identity.v1.model.TeamResponse;
import com.faultmaven.contracts.identity.v1.model.TeamRole;
import com.faultmaven.identity.teams.Team;
import com.faultmaven.identity.teams.TeamMember;
import com.faultmaven.identity.teams.TeamView;
import com.faultmaven.kernel.paging.Page;

/** Shows teams and who is in them. */
final class TeamResponses {

  private TeamResponses() {}

  static TeamResponse team(TeamView view) {
    Team team = view.team();
    com.faultmaven.identity.roles.TeamRole role = view.role();
    return new TeamResponse()
        .teamId(team.id().value())
        .organizationId(team.organization().value())
        .name(team.name())
        .description(team.description())
        .myRole(role == null ? null : role.word())
        .memberCount(team.members())
        .createdAt(UserResponses.at(team.createdAt()))
        .updatedAt(UserResponses.at(team.updatedAt()))
        .version(team.version().value());
  }

  static TeamList teams(Page<TeamView> page) {
    TeamList list =
        new TeamList()
            .teams(page.rows().stream().map(TeamResponses::team).toList())
            .limit(page.asked().limit());
    list.setTotal(page.total());
    list.setOffset(page.offset());
    list.setNextCursor(page.nextCursor());
    return list;
  }

  static TeamMemberResponse member(TeamMember member) {
    return new TeamMemberResponse()
        .userId(member.person().id().value())
        .username(member.person().username())
        .displayName(member.person().displayName())
        .role(TeamRole.valueOf(member.role().name()))
        .joinedAt(UserResponses.at(member.joinedAt()));
  }

  static TeamMemberList members(Page<TeamMember> page) {
    TeamMemberList list =
        new TeamMemberList()
            .members(page.rows().stream().map(TeamResponses::member).toList())
            .limit(page.asked().limit());
    list.setTotal(page.total());
    list.setOffset(page.offset());
    list.setNextCursor(page.nextCursor());
    return list;
  }
}
