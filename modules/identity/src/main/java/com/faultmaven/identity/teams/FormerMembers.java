package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.MembershipsEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears, in the transaction, who is no member of an organization any more. */
@Component
class FormerMembers {

  private final TeamMemberCommands members;

  FormerMembers(TeamMemberCommands members) {
    this.members = members;
  }

  @EventListener
  void on(MembershipsEnded ended) {
    members.leave(ended);
  }
}
