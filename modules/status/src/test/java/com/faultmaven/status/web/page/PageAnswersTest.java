package com.faultmaven.status.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PageAnswersTest {

  private static final PageAddress PAGE = new PageAddress(new OrganizationId("acme"));

  private final MovableClock clock = new MovableClock("2026-03-14T09:00:00Z");

  @AfterEach
  void forgetTheRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "https://status.acme.example")
  void nameTheHostThatIsConfiguredOrElseTheOneThatWasAsked(@Nullable String configured) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setServerName("status.internal");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

    assertThat(body(answers(configured).get(PAGE, "a", () -> copy(PAGE.url()))))
        .isEqualTo((configured == null ? "http://status.internal" : configured) + "/status/o/acme");
  }

  @Test
  void sayHowOldTheyAre() {
    PageAnswers answers = answers("https://status.acme.example");
    assertThat(answers.get(PAGE, "a", () -> copy("good")).getHeaders().getFirst("Age")).isNull();
    clock.set("2026-03-14T09:01:05Z");

    ResponseEntity<byte[]> old =
        answers.get(
            PAGE,
            "a",
            () -> {
              throw new DataAccessResourceFailureException("away");
            });

    assertThat(body(old)).isEqualTo("good");
    assertThat(old.getHeaders().getFirst("Age")).isEqualTo("65");
    assertThat(old.getHeaders().getETag()).endsWith("-old\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "status.example",
        "https://a.example/",
        "https://a.example/x",
        "ftp://a.example"
      })
  void startWithNoAddressThatIsNone(String address) {
    assertThatThrownBy(() -> new PageProperties(address))
        .hasMessageContaining("faultmaven.status-page.address");
  }

  private PageAnswers answers(@Nullable String address) {
    return new PageAnswers(new Style(), clock, new PageProperties(address));
  }

  private static Copy copy(String content) {
    return Copy.of(MediaType.TEXT_PLAIN, content, Instant.parse("2026-03-14T09:00:00Z"));
  }

  private static String body(ResponseEntity<byte[]> answer) {
    return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
  }
}
