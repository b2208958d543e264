package com.faultmaven.__name__;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deletes the entries of a user who is deleted. */
@Component
@Order(PersonalData.OWNED)
class OwnedEntries implements PersonalData {

  private final __Name__Rows rows;

  OwnedEntries(__Name__Rows rows) {
    this.rows = rows;
  }

  @Override
  public Erasure eraseSome(UserId owner, int most) {
    return rows.deleteSome(owner, most) == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
