package com.faultmaven.__name__;

import com.faultmaven.kernel.UserId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries as they are stored. */
@Repository
class __Name__Rows {

  private final JdbcClient jdbc;

  __Name__Rows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Entry entry) {
    jdbc.sql(
            "insert into __name__.entries (entry_id, owner_id, text, added_at) values (?, ?, ?, ?)")
        .param(entry.id().value())
        .param(entry.owner().value())
        .param(entry.text())
        .param(entry.addedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Deletes some of a user's, and says how many. */
  int deleteSome(UserId owner, int most) {
    return jdbc.sql(
            """
            delete from __name__.entries where entry_id = any(array(
              select entry_id from __name__.entries where owner_id = ? limit ?))
            """)
        .params(owner.value(), most)
        .update();
  }
}
