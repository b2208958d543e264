package com.faultmaven.cases.sharing;

import com.faultmaven.cases.search.SearchQuery;
import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts of shared cases name whom they are shared with. */
@Component
@Order(PersonalData.NAMED)
class ReaderOfTexts implements PersonalData {

  private final JdbcClient jdbc;

  ReaderOfTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Leaves texts being written right now for the next time. */
  @Override
  public Erasure eraseSome(UserId user, int most) {
    String lexeme = SearchQuery.readBy(user.value());
    int erased =
        jdbc.sql(
                """
                update cases.shared_documents set document = ts_delete(document, chr(2) || ?)
                where ctid = any(array(
                  select ctid from cases.shared_documents where document @@ ?::tsquery
                  limit ? for update skip locked))
                """)
            .params(user.value(), lexeme, most)
            .update();
    if (erased > 0) {
      return Erasure.SOME;
    }
    return isAnywhere(lexeme) ? Erasure.BUSY : Erasure.NOTHING_LEFT;
  }

  private boolean isAnywhere(String lexeme) {
    return jdbc.sql(
            "select exists (select from cases.shared_documents where document @@ ?::tsquery)")
        .param(lexeme)
        .query(Boolean.class)
        .single();
  }
}
