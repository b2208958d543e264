package com.faultmaven.messages;

import static com.faultmaven.messages.MessageRole.ASSISTANT;
import static com.faultmaven.messages.MessageRole.SYSTEM;
import static com.faultmaven.messages.MessageRole.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MessagePropertiesTest {

  private final MessageProperties speakers = new MessageProperties(Set.of("agent", "slack"));

  @Test
  void letAnybodySpeakAsUserAndAsAssistant() {
    assertThatCode(
            () -> {
              speakers.requireMaySpeak(USER, caller("ada"));
              speakers.requireMaySpeak(ASSISTANT, caller("ada"));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void letOnlyAdminsAndTrustedServicesSpeakAsSystem() {
    assertThatCode(
            () -> {
              speakers.requireMaySpeak(SYSTEM, caller("slack"));
              speakers.requireMaySpeak(SYSTEM, caller("ada", "user", "admin"));
            })
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> speakers.requireMaySpeak(SYSTEM, caller("Slack", "user")))
        .isInstanceOfSatisfying(
            RoleDenied.class,
            denied -> assertThat(denied.type()).isEqualTo(CommonProblem.PERMISSION_DENIED));
  }

  @Test
  void trustNoServiceUnlessToldTo() {
    new ApplicationContextRunner()
        .withUserConfiguration(MessageConfiguration.class)
        .run(
            context ->
                assertThatThrownBy(
                        () ->
                            context
                                .getBean(MessageProperties.class)
                                .requireMaySpeak(SYSTEM, caller("agent")))
                    .isInstanceOf(RoleDenied.class));
  }

  private static Caller caller(String user, String... roles) {
    return new Caller(new UserId(user), new OrganizationId("default"), null, Set.of(roles));
  }
}
