package com.faultmaven.identity.teams;

import com.faultmaven.identity.roles.TeamRole;
import org.jspecify.annotations.Nullable;

/**
 * A team as somebody sees it.
 *
 * @param role what they are in it; null for who is not in it
 */
public record TeamView(Team team, @Nullable TeamRole role) {

  /** It begins with the version, which is all that {@code If-Match} compares. */
  public String etag() {
    String shown = team.members() + " " + role;
    return "\"%s-%s\"".formatted(team.version().value(), Integer.toHexString(shown.hashCode()));
  }
}
