package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.Joined;
import com.faultmaven.identity.organizations.Person;
import com.faultmaven.identity.roles.TeamRole;
import java.time.Instant;

/** A user in a team. */
public record TeamMember(Person person, TeamRole role, Instant joinedAt) implements Joined {}
