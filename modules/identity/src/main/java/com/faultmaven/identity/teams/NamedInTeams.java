package com.faultmaven.identity.teams;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the name of who created a team out of it, where that user's data is deleted. */
@Component
@Order(PersonalData.NAMED)
class NamedInTeams implements PersonalData {

  private static final String RENAME =
      """
      update identity.teams set created_by = ? where team_id = any(array(
        select team_id from identity.teams where created_by = ? limit ?))
      """;

  private final JdbcClient jdbc;

  NamedInTeams(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    int renamed = jdbc.sql(RENAME).params(UserId.DELETED.value(), user.value(), most).update();
    return renamed == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
