package com.faultmaven.web.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,             10.255.0.1",
    "10.0.0.0/8,             ::ffff:10.1.2.3",
    "192.0.2.128/25,         192.0.2.200",
    "192.0.2.7,              192.0.2.7",
    "0.0.0.0/0,              203.0.113.9",
    "2001:db8::/32,          2001:db8:ffff::1",
    "2001:db8:0:80::/57,     2001:db8:0:ff::1",
    "::1,                    ::1",
    "fe80::/10,              fe80::1%eth0",
    "::ffff:10.0.0.0/104,    10.200.0.1",
    " fd00::/8 ,             fdff::1",
  })
  void containsWhatBeginsWithItsBits(String network, String address) {
    assertThat(Networks.of(List.of(network)).contains(address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,             11.0.0.1",
    "192.0.2.128/25,         192.0.2.127",
    "192.0.2.7,              192.0.2.8",
    "0.0.0.0/0,              ::1",
    "::/0,                   10.0.0.1",
    "2001:db8:0:80::/57,     2001:db8:0:100::1",
    "10.0.0.0/8,             10.1",
    "10.0.0.0/8,             10.0.0.1.example.com",
    "10.0.0.0/8,             localhost",
    "10.0.0.0/8,             ''",
  })
  void containsNothingElse(String network, String address) {
    assertThat(Networks.of(List.of(network)).contains(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "10/8",
        "10.0.0/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "010.0.0.0/8",
        "256.0.0.0/8",
        "::/129",
        "::ffff:10.0.0.0/95",
        "1::2::3",
        "10.0.0.0 /8"
      })
  void isNotWrittenOtherwise(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(text))
        .withMessageStartingWith("\"" + text + "\" is no network; ");
  }

  @ParameterizedTest
  @CsvSource({"10.1.2.3/8, 10.0.0.0/8", "fd00::1/64, fd00:0:0:0:0:0:0:0/64"})
  void hasNoBitsBeyondItsLength(String text, String meant) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.of(text))
        .withMessageContaining("that would be " + meant);
  }
}
