package com.faultmaven.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHeadersValveTest {

  private final MimeHeaders headers = new MimeHeaders();

  @Test
  void turnsNamesAndValuesIntoOctets() {
    headers.setValue("RateLimit").setString("\"user-reads\";r=299;t=1");
    headers.setValue("X-Empty").setString("");
    headers.addValue("Vary").setString("Accept");
    headers.addValue("Vary").setString("~ !");

    PlainHeadersValve.encode(headers);

    for (int i = 0; i < headers.size(); i++) {
      assertThat(headers.getName(i).getType()).isEqualTo(MessageBytes.T_BYTES);
      assertThat(headers.getValue(i).getType()).isEqualTo(MessageBytes.T_BYTES);
    }
    assertThat(headers.getHeader("ratelimit")).isEqualTo("\"user-reads\";r=299;t=1");
    assertThat(headers.getHeader("x-empty")).isEmpty();
    assertThat(headers.getValue(2)).hasToString("Accept");
    assertThat(headers.getValue(3)).hasToString("~ !");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: b", "\t", "\u007F", "\u0000", "\u00E4", "\u20AC"})
  void leavesToTheContainerWhatIsNotPrintable(String value) {
    headers.setValue("Warning").setString(value);

    PlainHeadersValve.encode(headers);

    assertThat(headers.getValue(0).getType()).isEqualTo(MessageBytes.T_STR);
    assertThat(headers.getHeader("Warning")).isEqualTo(value);
  }

  @Test
  void leavesWhatIsNoTextAsItIs() {
    headers.setValue("Content-Length").setLong(42);
    headers.setValue("X-Null");

    PlainHeadersValve.encode(headers);

    assertThat(headers.getHeader("Content-Length")).isEqualTo("42");
    assertThat(headers.getHeader("X-Null")).isNull();
  }
}
