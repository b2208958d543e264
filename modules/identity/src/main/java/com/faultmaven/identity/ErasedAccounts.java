package com.faultmaven.identity;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the account of a user, if there still is one, and takes them out of the record. */
@Component
@Order(PersonalData.NAMED)
class ErasedAccounts implements PersonalData {

  private static final String BLANK =
      """
      update identity.audit set
        actor_id = case when actor_id = ? then ? else actor_id end,
        subject_id = case when subject_id = ? then ? else subject_id end,
        resource_id = case when resource_id = ? then ? else resource_id end,
        ip = null, user_agent = null, sign_in_id = null, details = '{}'
      where audit_id = any(array(
        select audit_id from identity.audit where subject_id = ? or actor_id = ? limit ?))
      """;

  private final UserDeletion deletion;
  private final JdbcClient jdbc;

  ErasedAccounts(UserDeletion deletion, JdbcClient jdbc) {
    this.deletion = deletion;
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    deletion.deleteAnyway(user);
    String gone = UserId.DELETED.value();
    String id = user.value();
    int blanked = jdbc.sql(BLANK).params(id, gone, id, gone, id, gone, id, id, most).update();
    return blanked == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
