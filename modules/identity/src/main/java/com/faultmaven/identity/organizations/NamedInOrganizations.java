package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the name of who created or added something out of it, where that user's data is deleted.
 */
@Component
@Order(PersonalData.NAMED)
class NamedInOrganizations implements PersonalData {

  private static final List<String> RENAME =
      List.of(
          """
          update identity.organizations set created_by = :gone where organization_id = any(array(
            select organization_id from identity.organizations where created_by = :user
            limit :most))
          """,
          """
          with named as materialized (
            select organization_id, user_id from identity.members where added_by = :user
            limit :most)
          update identity.members m set added_by = :gone from named
          where m.organization_id = named.organization_id and m.user_id = named.user_id
          """);

  private final JdbcClient jdbc;

  NamedInOrganizations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    for (String rename : RENAME) {
      int renamed =
          jdbc.sql(rename)
              .param("gone", UserId.DELETED.value())
              .param("user", user.value())
              .param("most", most)
              .update();
      if (renamed > 0) {
        return Erasure.SOME;
      }
    }
    return Erasure.NOTHING_LEFT;
  }
}
