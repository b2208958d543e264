package com.faultmaven.bench.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionTest {

  private final Session session = new Session(new byte[8]);

  SessionTest() {
    session.received(Protocol.message('Z', new byte[1]));
  }

  @Test
  void whatIsSentTogetherIsOneRoundTrip() {
    session.sent(Protocol.message('Q', "BEGIN\0".getBytes(UTF_8)));
    session.sent(Protocol.message('E', new byte[5]));
    session.sent(Protocol.message('S', new byte[0]));
    session.received(Protocol.message('C', "BEGIN\0".getBytes(UTF_8)));
    session.received(Protocol.message('Z', new byte[1]));
    session.received(Protocol.message('C', "UPDATE 1\0".getBytes(UTF_8)));
    session.received(Protocol.message('Z', new byte[1]));

    assertThat(session.exchanges()).hasSize(1);
    assertThat(session.exchanges().getFirst().tags()).containsExactly("BEGIN", "UPDATE 1");
    assertThat(session.exchanges().getFirst().answers()).isEqualTo(2);
  }

  @Test
  void forgetsWhatWasBefore() {
    session.sent(Protocol.message('S', new byte[0]));
    session.received(Protocol.message('Z', new byte[1]));
    session.forget();

    assertThat(session.exchanges()).isEmpty();
  }
}
