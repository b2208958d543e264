package com.faultmaven.tags;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes the tags of an owner whose cases are gone. Nearly always the end of each case has taken
 * them along; its event may also be parked.
 */
@Component
@Order(PersonalData.NAMED)
class OwnedTags implements PersonalData {

  private final JdbcClient jdbc;

  OwnedTags(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId owner, int most) {
    int deleted =
        jdbc.sql(
                """
                delete from tags.case_tags where (case_id, key) in (
                  select case_id, key from tags.case_tags where owner_id = ? limit ?)
                """)
            .params(owner.value(), most)
            .update();
    return deleted == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
