package com.faultmaven.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresReplyTest {

  private final PostgresReply reply = new PostgresReply();
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

  @Test
  void aStepEndsWhenTheServerIsReadyAsOftenAsExpected() {
    expect(List.of(2, 1), "BEGIN", "UPDATE 1", "COMMIT");

    assertThat(read(message('C', "BEGIN\0"), message('Z', "T"))).isFalse();
    assertThat(read(message('C', "UPDATE 1\0"), message('Z', "T"))).isTrue();
    assertThat(read(message('C', "COMMIT\0"), message('Z', "I"))).isTrue();
    assertThat(reply.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void readsAnAnswerByteByByte() {
    expect(List.of(1), "SELECT 1");
    byte[] bytes = bytes(message('D', "row"), message('C', "SELECT 1\0"), message('Z', "I"));

    for (int n = 0; n < bytes.length - 1; n++) {
      assertThat(reply.read(ByteBuffer.wrap(bytes, n, 1))).isFalse();
    }
    assertThat(reply.read(ByteBuffer.wrap(bytes, bytes.length - 1, 1))).isTrue();
    assertThat(reply.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aChangeOfFewerRowsIsAFailure() {
    expect(List.of(1), "UPDATE 1");

    read(message('C', "UPDATE 0\0"), message('Z', "I"));

    assertThat(reply.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(reply.detail()).isEqualTo("UPDATE 0 instead of UPDATE 1");
  }

  @Test
  void aQueryMayFindMoreOrFewerRows() {
    expect(List.of(1), "SELECT 20");

    read(message('C', "SELECT 7\0"), message('Z', "I"));

    assertThat(reply.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void anErrorIsAFailure() {
    expect(List.of(1), "INSERT 0 1");

    read(message('E', "SERROR\0Mduplicate key\0"), message('Z', "I"));

    assertThat(reply.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(reply.detail()).contains("duplicate key");
  }

  private void expect(List<Integer> answers, String... tags) {
    reply.expect(Message.transaction(List.of(), answers, List.of(tags)));
  }

  private boolean read(byte[]... messages) {
    return reply.read(ByteBuffer.wrap(bytes(messages)));
  }

  private byte[] bytes(byte[]... messages) {
    answer.reset();
    for (byte[] message : messages) {
      answer.writeBytes(message);
    }
    return answer.toByteArray();
  }

  private static byte[] message(char type, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    return ByteBuffer.allocate(5 + bytes.length)
        .put((byte) type)
        .putInt(4 + bytes.length)
        .put(bytes)
        .array();
  }
}
