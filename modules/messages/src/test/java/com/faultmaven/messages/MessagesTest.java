package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MessagesTest {

  private static final CaseId CASE = new CaseId("case_00000000c011");
  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53.589793Z");

  @Test
  void triesAnotherIdWhenOneIsTaken() {
    long taken = new SplittableRandom().nextLong();
    Queue<Long> drawn = new ArrayDeque<>(List.of(taken, taken, taken, taken + 1));
    Messages messages = new Messages(JdbcClient.create(TestDatabase.dataSource()), drawn::remove);

    Message first = say(messages, "first");
    Message second = say(messages, "second");

    assertThat(drawn).isEmpty();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(List.of(first.turnNumber(), second.turnNumber())).containsExactly(1, 2);
  }

  private static Message say(Messages messages, String content) {
    return messages.append(
        CASE,
        new NewMessage(MessageRole.USER, new Content(content), Metadata.EMPTY),
        new UserId("ada"),
        NOW);
  }
}
