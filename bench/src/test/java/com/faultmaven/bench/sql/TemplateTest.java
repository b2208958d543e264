package com.faultmaven.bench.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.bench.load.Message;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final String RECORDED = "case_0123456789ab";
  private static final int TEXT = 25;
  private static final int INT8 = 20;
  private static final int UUID = 2950;
  private static final int TEXTS = 1009;

  @Test
  void putsOtherValuesInThePlaceOfTheRecordedOnes() {
    String json = "{\"case\":\"" + RECORDED + "\",\"by\":\"bench-probe\",\"version\":71000002}";

    assertThat(replayed(TEXT, false, json.getBytes(UTF_8)))
        .isEqualTo("{\"case\":\"case_fedcba987654\",\"by\":\"ada\",\"version\":8}");
  }

  @Test
  void countsOnFromTheCountersOfTheCase() {
    byte[] recorded = ByteBuffer.allocate(8).putLong(71_000_003).array();

    Bind bind = bind(template(INT8, true, recorded));
    assertThat(ByteBuffer.wrap(value(bind)).getLong()).isEqualTo(9);
  }

  @Test
  void leavesOtherNumbersAsTheyAre() {
    byte[] recorded = ByteBuffer.allocate(8).putLong(20).array();

    assertThat(value(bind(template(INT8, true, recorded)))).isEqualTo(recorded);
  }

  @Test
  void looksIntoArrays() {
    byte[] owner = "bench-probe".getBytes(UTF_8);
    byte[] recorded =
        ByteBuffer.allocate(24 + owner.length)
            .putInt(1)
            .putInt(0)
            .putInt(TEXT)
            .putInt(1)
            .putInt(1)
            .putInt(owner.length)
            .put(owner)
            .array();

    ByteBuffer array = ByteBuffer.wrap(value(bind(template(TEXTS, true, recorded))));
    assertThat(array.getInt(20)).isEqualTo(3);
    assertThat(new String(array.array(), 24, 3, UTF_8)).isEqualTo("ada");
  }

  @Test
  void makesIdsThatAreNew() {
    byte[] recorded = new byte[16];

    assertThat(value(bind(template(UUID, true, recorded)))).hasSize(16).isNotEqualTo(recorded);
    String made = replayed(TEXT, false, "msg_0123456789abcdef".getBytes(UTF_8));
    assertThat(made).matches("msg_[0-9a-f]{16}").isNotEqualTo("msg_0123456789abcdef");
  }

  private static String replayed(int type, boolean binary, byte[] recorded) {
    return new String(value(bind(template(type, binary, recorded))), UTF_8);
  }

  private static byte[] value(Bind bind) {
    byte[] value = bind.parameters().getFirst().value();
    return value == null ? new byte[0] : value;
  }

  private static Bind bind(Template template) {
    long[] counters = {7, 0, 0, 0};
    Values values =
        new Values(
            "case_fedcba987654",
            "ada",
            "word",
            counters,
            template.fresh(),
            new SplittableRandom(1));
    return Bind.of(template.steps(values).getFirst());
  }

  /** Of one statement with one parameter. */
  private static Template template(int type, boolean binary, byte[] value) {
    byte[] bind =
        Protocol.message(
            'B',
            ByteBuffer.allocate(16 + value.length)
                .put((byte) 0)
                .put("S_1\0".getBytes(UTF_8))
                .putShort((short) 1)
                .putShort((short) (binary ? 1 : 0))
                .putShort((short) 1)
                .putInt(value.length)
                .put(value)
                .put((byte) 0)
                .array());
    Statement statement = new Statement("S_1", new byte[0], new int[] {type});
    Exchange exchange = new Exchange(List.of(bind), List.of());
    return new Template(
        new Recording(
            Message.greeting(List.of(), List.of()), List.of(exchange), Map.of("S_1", statement)),
        RECORDED);
  }
}
