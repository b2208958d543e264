package com.faultmaven.escalations.events;

import com.faultmaven.escalations.DeliveryCommands;
import com.faultmaven.mail.MailSettled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what became of mails. */
@Component
class SettledMails {

  /** Nothing is stored for what others send. */
  private static final String OF_A_LETTER = "#event.key().value().matches('dlv_[a-f0-9]{16}')";

  private final DeliveryCommands deliveries;

  SettledMails(DeliveryCommands deliveries) {
    this.deliveries = deliveries;
  }

  @ApplicationModuleListener(id = "escalations.follow-mail", condition = OF_A_LETTER)
  void on(MailSettled event) {
    deliveries.follow(event.key());
  }
}
