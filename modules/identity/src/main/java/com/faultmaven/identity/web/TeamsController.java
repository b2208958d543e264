package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.TeamsApi;
import com.faultmaven.contracts.identity.v1.model.AddTeamMemberRequest;
import com.faultmaven.contracts.identity.v1.model.CreateTeamRequest;
import com.faultmaven.contracts.identity.v1.model.TeamList;
import com.faultmaven.contracts.identity.v1.model.TeamMemberList;
import com.faultmaven.contracts.identity.v1.model.TeamMemberResponse;
import com.faultmaven.contracts.identity.v1.model.TeamResponse;
import com.faultmaven.contracts.identity.v1.model.UpdateTeamRequest;
import com.faultmaven.identity.roles.TeamRole;
import com.faultmaven.identity.teams.TeamCommands;
import com.faultmaven.identity.teams.TeamEdit;
import com.faultmaven.identity.teams.TeamId;
import com.faultmaven.identity.teams.TeamMember;
import com.faultmaven.identity.teams.TeamMemberCommands;
import com.faultmaven.identity.teams.TeamMemberQueries;
import com.faultmaven.identity.teams.TeamName;
import com.faultmaven.identity.teams.TeamQueries;
import com.faultmaven.identity.teams.TeamView;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Paging;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Teams. */
@RestController
class TeamsController implements TeamsApi {

  private final TeamCommands commands;
  private final TeamQueries queries;
  private final TeamMemberCommands memberCommands;
  private final TeamMemberQueries memberQueries;

  TeamsController(
      TeamCommands commands,
      TeamQueries queries,
      TeamMemberCommands memberCommands,
      TeamMemberQueries memberQueries) {
    this.commands = commands;
    this.queries = queries;
    this.memberCommands = memberCommands;
    this.memberQueries = memberQueries;
  }

  @Override
  public ResponseEntity<TeamResponse> createTeam(CreateTeamRequest request) {
    Caller caller = Caller.current();
    TeamId id =
        commands.create(
            OrganizationPaths.organization(request.getOrganizationId()),
            TeamName.of(request.getName()),
            request.getDescription().orElse(null),
            caller);
    TeamView view = queries.get(id, caller);
    return ResponseEntity.created(URI.create("/api/v1/teams/" + id))
        .eTag(view.etag())
        .body(TeamResponses.team(view));
  }

  @Override
  public ResponseEntity<TeamList> listTeams(
      @Nullable String organizationId,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    Paging paging = Paging.of(limit, offset, cursor);
    Caller caller = Caller.current();
    return ResponseEntity.ok(
        TeamResponses.teams(
            organizationId == null
                ? queries.own(paging, caller)
                : queries.of(OrganizationPaths.organization(organizationId), paging, caller)));
  }

  @Override
  public ResponseEntity<TeamResponse> getTeam(String teamId) {
    return answer(queries.get(TeamId.of(teamId), Caller.current()));
  }

  @Override
  public ResponseEntity<TeamResponse> updateTeam(
      String teamId, UpdateTeamRequest request, @Nullable String ifMatch) {
    TeamId id = TeamId.of(teamId);
    Caller caller = Caller.current();
    commands.update(id, edit(request), IfMatch.of(ifMatch), caller);
    return answer(queries.get(id, caller));
  }

  @Override
  public ResponseEntity<Void> deleteTeam(String teamId, @Nullable String ifMatch) {
    commands.delete(TeamId.of(teamId), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<TeamMemberList> listTeamMembers(
      String teamId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        TeamResponses.members(
            memberQueries.of(
                TeamId.of(teamId), Paging.of(limit, offset, cursor), Caller.current())));
  }

  @Override
  public ResponseEntity<TeamMemberResponse> addTeamMember(
      String teamId, AddTeamMemberRequest request) {
    TeamId id = TeamId.of(teamId);
    com.faultmaven.contracts.identity.v1.model.TeamRole role = request.getRole().orElse(null);
    TeamMember added =
        memberCommands.add(
            id,
            OrganizationRequests.userId(request.getUserId()),
            role == null ? TeamRole.MEMBER : TeamRole.valueOf(role.name()),
            Caller.current());
    return ResponseEntity.created(
            URI.create("/api/v1/teams/" + id + "/members/" + PathIds.segment(added.person().id())))
        .body(TeamResponses.member(added));
  }

  @Override
  public ResponseEntity<Void> removeTeamMember(String teamId, String userId) {
    memberCommands.remove(TeamId.of(teamId), OrganizationPaths.member(userId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  private static TeamEdit edit(UpdateTeamRequest request) {
    String name = request.getName();
    return new TeamEdit(
        name == null ? null : TeamName.of(name),
        before -> request.getDescription().isPresent() ? request.getDescription().get() : before);
  }

  private static ResponseEntity<TeamResponse> answer(TeamView view) {
    return ResponseEntity.ok().eTag(view.etag()).body(TeamResponses.team(view));
  }
}
