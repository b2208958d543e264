package com.faultmaven.identity.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationPropertiesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://abc.chromiumapp.org/",
        "chrome-extension://abc/callback.html",
        "com.example.app:/back",
        "http://127.0.0.1:9000/back",
        "http://[::1]/back",
      })
  void leadBackToClients(String address) {
    assertThat(new ListedClient("c", List.of(address)).redirectUris()).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/back",
        "back.example",
        "http://example.com/back",
        "http:/back",
        "https://example.com/#here",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://exa mple.com/",
      })
  void leadNowhereElse(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ListedClient("c", List.of(address)))
        .withMessageContaining("faultmaven.oauth: each of redirect-uris");
  }

  @Test
  void nameEachClientOnceAndWithAnAddress() {
    ListedClient client = new ListedClient("c", List.of("https://example.com/"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuthorizationProperties(List.of(client, client), MINUTE, false));
    assertThatIllegalArgumentException().isThrownBy(() -> new ListedClient("c", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ListedClient(" ", client.redirectUris()));
  }

  @Test
  void announceNothingThatNobodyCanDoAndLetNoCodeLiveLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuthorizationProperties(List.of(), MINUTE, true));
    for (Duration code : List.of(Duration.ZERO, Duration.ofMinutes(11))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new AuthorizationProperties(List.of(), code, false));
    }
  }
}
