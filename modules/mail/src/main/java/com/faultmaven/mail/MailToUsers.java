package com.faultmaven.mail;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deletes what was sent to a user who is deleted, with the address. */
@Component
@Order(PersonalData.OWNED)
class MailToUsers implements PersonalData {

  private final ForgottenMails mails;
  private final WayOut way;

  MailToUsers(ForgottenMails mails, WayOut way) {
    this.mails = mails;
    this.way = way;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    List<MailKey> deleted = mails.deleteSomeAbout(user, most);
    deleted.forEach(way::forget);
    if (!deleted.isEmpty()) {
      return Erasure.SOME;
    }
    return mails.isAnyAbout(user) ? Erasure.BUSY : Erasure.NOTHING_LEFT;
  }
}
