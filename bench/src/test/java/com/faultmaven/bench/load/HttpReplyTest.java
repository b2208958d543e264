package com.faultmaven.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class HttpReplyTest {

  private static final String WITH_LENGTH =
      "HTTP/1.1 200 \r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\nhello";
  private static final String IN_CHUNKS =
      "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1a\r\n"
          + "abcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n";

  private final HttpReply reply = new HttpReply();

  HttpReplyTest() {
    reply.expect(Message.http(new byte[0], 200));
  }

  @Test
  void endsWithTheLastByteOfABodyWithALength() {
    assertThat(bytesUntilComplete(WITH_LENGTH)).isEqualTo(WITH_LENGTH.length());
    assertThat(reply.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void endsWithTheLastByteOfABodyInChunks() {
    assertThat(bytesUntilComplete(IN_CHUNKS)).isEqualTo(IN_CHUNKS.length());
  }

  @Test
  void readsAnAnswerThatArrivesAtOnce() {
    assertThat(reply.read(ByteBuffer.wrap(IN_CHUNKS.getBytes(ISO_8859_1)))).isTrue();
  }

  @Test
  void endsWithTheHeadWhereThereIsNoBody() {
    String answer = "HTTP/1.1 204 \r\nX-Correlation-ID: 1\r\n\r\n";

    assertThat(bytesUntilComplete(answer)).isEqualTo(answer.length());
  }

  @Test
  void tellsRefusalsFromFailures() {
    bytesUntilComplete("HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n");
    assertThat(reply.outcome()).isEqualTo(Outcome.REFUSED);

    reply.expect(Message.http(new byte[0], 200));
    bytesUntilComplete("HTTP/1.1 500 \r\nContent-Length: 0\r\n\r\n");
    assertThat(reply.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(reply.detail()).startsWith("HTTP/1.1 500");
  }

  @Test
  void noticesThatTheServerCloses() {
    bytesUntilComplete("HTTP/1.1 200 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    assertThat(reply.closes()).isTrue();
  }

  private int bytesUntilComplete(String answer) {
    byte[] bytes = answer.getBytes(ISO_8859_1);
    for (int n = 0; n < bytes.length; n++) {
      if (reply.read(ByteBuffer.wrap(bytes, n, 1))) {
        return n + 1;
      }
    }
    return -1;
  }
}
