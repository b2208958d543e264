package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.OrganizationFact.OrganizationDeleted;
import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.teams.TeamFact.TeamDeleted;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes teams: at once for everybody who looks, and their members step by step afterwards. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TeamDeletion {

  static final TaskType<Deleted> DISSOLVING =
      new TaskType<>("identity.dissolve-team", Deleted.class);

  private final TeamRows teams;
  private final Tasks tasks;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  TeamDeletion(TeamRows teams, Tasks tasks, ApplicationEventPublisher facts, Clock clock) {
    this.teams = teams;
    this.tasks = tasks;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * A team in which somebody may be left.
   *
   * @param reason why it was deleted
   */
  record Deleted(String team, RoleChange.Reason reason) {}

  /** Deletes one whose organization is locked. */
  void delete(TeamId id) {
    publish(teams.delete(id), RoleChange.Reason.TEAM_DELETED);
  }

  /** The teams of an organization go with it. */
  @EventListener
  void on(OrganizationDeleted fact) {
    publish(teams.deleteAllOf(fact.organization()), RoleChange.Reason.ORGANIZATION_DELETED);
  }

  private void publish(List<TeamRows.Deleted> deleted, RoleChange.Reason reason) {
    for (TeamRows.Deleted team : deleted) {
      String id = team.team().value();
      facts.publishEvent(
          new TeamDeleted(team.team(), team.organization(), team.fact(), clock.instant()));
      tasks.plan(DISSOLVING, id, new Deleted(id, reason));
    }
  }
}
