package com.faultmaven.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.contracts.cases.events.AuthUserDeletedV1;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A record much larger than any event costs no more memory than it has already. */
class LargeRecordTest {

  private static final int BYTES = 5 * 1024 * 1024;
  private static final int FEW = 1024 * 1024;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final ConsumerRecord<byte[], byte[]> large =
      new ConsumerRecord<>(AuthUserDeletedV1.CHANNEL, 0, 7, new byte[] {1}, new byte[BYTES]);

  @Test
  void isNotEvenRead() {
    RecordReader reader = new RecordReader(new JsonMapper());

    long allocated =
        allocatedBy(
            () ->
                assertThatThrownBy(
                        () ->
                            reader.read(large, AuthUserDeletedV1.class, AuthUserDeletedV1.CHANNEL))
                    .isInstanceOf(UnreadableRecord.class)
                    .hasMessageContaining(Integer.toString(BYTES)));

    assertThat(allocated).isPositive().isLessThan(FEW);
  }

  @Test
  void isNotedByItsStart() {
    long allocated =
        allocatedBy(
            () -> assertThat(TruncatedRecord.size(TruncatedRecord.of(large))).isLessThan(FEW));

    assertThat(allocated).isPositive().isLessThan(FEW);
  }

  /** Twice, because the first time loads classes. */
  private static long allocatedBy(Runnable work) {
    work.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
