package com.faultmaven.web.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPropertiesTest {

  @Test
  void nameTheOriginsOfPages() {
    List<String> origins =
        List.of("https://app.example.com", "http://localhost:3000", "chrome-extension://abcdef");

    assertThat(new CorsProperties(origins).origins()).isEqualTo(origins);
    assertThat(new CorsProperties(List.of("*")).origins()).containsExactly("*");
    assertThat(new CorsProperties(List.of("none")).origins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.example.com",
        "https://app.example.com/",
        "https://app.example.com/path",
        "https://*.example.com",
        "https:/app.example.com",
        "https://a.example.com https://b.example.com",
        "*,https://app.example.com",
        "none,https://app.example.com"
      })
  void refuseWhatNoPageWouldSend(String origins) {
    assertThatThrownBy(() -> new CorsProperties(List.of(origins.split(","))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CORS_ORIGINS");
  }
}
