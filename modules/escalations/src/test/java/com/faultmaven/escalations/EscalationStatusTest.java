package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.mail.MailState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a letter, all in all. */
class EscalationStatusTest {

  @ParameterizedTest
  @CsvSource({
    "queued queued, queued",
    "queued sent, sending",
    "sending sent, sending",
    "sent delivered complained, sent",
    "sent failed, partly_sent",
    "sent cancelled, partly_sent",
    "unconfirmed, partly_sent",
    "unconfirmed failed, partly_sent",
    "failed bounced suppressed opted_out invalid_email, failed",
    "cancelled cancelled, cancelled",
    "cancelled failed, failed",
  })
  void followsFromItsMails(String mails, String status) {
    List<MailState> states =
        Arrays.stream(mails.split(" "))
            .map(it -> MailState.valueOf(it.toUpperCase(Locale.ROOT)))
            .toList();
    assertThat(EscalationStatus.of(states).word()).isEqualTo(status);
  }
}
