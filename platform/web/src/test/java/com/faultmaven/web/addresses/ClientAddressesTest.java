package com.faultmaven.web.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {

  private static final ClientAddresses TRUSTING =
      new ClientAddresses(Networks.of(List.of("10.0.0.0/8", "fd00::/8")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # peer         | X-Forwarded-For                            | network
          192.0.2.5      |                                            | 192.0.2.0/24
          192.0.2.5      | 203.0.113.9                                | 192.0.2.0/24
          10.0.0.1       |                                            | 10.0.0.0/24
          10.0.0.1       | 203.0.113.9                                | 203.0.113.0/24
          10.0.0.1       | 1.2.3.4, 203.0.113.9                       | 203.0.113.0/24
          10.0.0.1       | 1.2.3.4, 203.0.113.9, 10.3.3.3             | 203.0.113.0/24
          10.0.0.1       | 10.2.0.1, 10.3.3.3                         | 10.2.0.0/24
          10.0.0.1       | 203.0.113.9, nonsense                      | 10.0.0.0/24
          10.0.0.1       | 203.0.113.9, unknown, 10.9.9.9             | 10.9.9.0/24
          10.0.0.1       | ,,                                         | 10.0.0.0/24
          10.0.0.1       | 203.0.113.9:50123                          | 203.0.113.0/24
          fd00::1        | [2001:db8:1:2:3::1]:443                    | 2001:db8:1:2:0:0:0:0/64
          fd00::1        | 2001:db8:1:2:3::1                          | 2001:db8:1:2:0:0:0:0/64
          10.0.0.1       | ::ffff:203.0.113.9                         | 203.0.113.0/24
          ::ffff:10.0.0.1| 203.0.113.9                                | 203.0.113.0/24
          """)
  void readsFromTheRightAsFarAsItTrusts(String peer, String forwarded, String network) {
    assertThat(TRUSTING.networkOf(request(peer, forwarded))).isEqualTo(network);
  }

  @Test
  void takesManyLinesForOne() {
    MockHttpServletRequest request = request("10.0.0.1", "1.2.3.4");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    request.addHeader("X-Forwarded-For", "10.1.1.1");

    assertThat(TRUSTING.networkOf(request)).isEqualTo("203.0.113.0/24");
  }

  @Test
  void believesNobodyUnlessTold() {
    ClientAddresses addresses = new ClientAddresses(Networks.of(List.of()));

    assertThat(addresses.areForwarded()).isFalse();
    assertThat(addresses.networkOf(request("10.0.0.1", "203.0.113.9"))).isEqualTo("10.0.0.0/24");
  }

  private static MockHttpServletRequest request(String peer, String forwarded) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    if (forwarded != null) {
      request.addHeader("X-Forwarded-For", forwarded);
    }
    return request;
  }
}
