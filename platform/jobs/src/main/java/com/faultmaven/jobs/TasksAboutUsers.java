package com.faultmaven.jobs;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deletes the tasks about a user who is deleted, but for those somebody is at. */
@Component
@Order(PersonalData.OWNED)
class TasksAboutUsers implements PersonalData {

  private final TaskRows rows;

  TasksAboutUsers(TaskRows rows) {
    this.rows = rows;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    if (rows.deleteSomeAbout(user, most) > 0) {
      return Erasure.SOME;
    }
    return rows.isAnyAbout(user) ? Erasure.BUSY : Erasure.NOTHING_LEFT;
  }
}
