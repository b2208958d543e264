package com.faultmaven.cases.deletion;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a user's name out of the history of other people's cases. */
@Component
@Order(PersonalData.NAMED + 1)
class NamesInHistory implements PersonalData {

  /** Each takes the name that comes, the one that goes, and how many rows. */
  private static final List<String> RENAME =
      List.of(
          """
          update cases.status_changes set changed_by = ? where (case_id, sequence) in (
            select case_id, sequence from cases.status_changes where changed_by = ? limit ?)
          """,
          """
          update cases.participant_audit set user_id = ? where entry in (
            select entry from cases.participant_audit where user_id = ? limit ?)
          """,
          """
          update cases.participant_audit set by_user = ? where entry in (
            select entry from cases.participant_audit where by_user = ? limit ?)
          """);

  private final JdbcClient jdbc;

  NamesInHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    for (String rename : RENAME) {
      if (jdbc.sql(rename).params(UserId.DELETED.value(), user.value(), most).update() > 0) {
        return Erasure.SOME;
      }
    }
    return Erasure.NOTHING_LEFT;
  }
}
