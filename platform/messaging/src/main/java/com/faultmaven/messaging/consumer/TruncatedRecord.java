package com.faultmaven.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The dead letter of a record that is too large to be one whole: where it was, and its start. */
final class TruncatedRecord {

  /** Names the header that says how many bytes the whole record had. */
  static final String SIZE = "original-size";

  private static final int MOST_OF_VALUE = 64 * 1024;
  private static final int MOST_OF_KEY = 4 * 1024;
  private static final int MOST_OF_HEADERS = 64 * 1024;

  private TruncatedRecord() {}

  static ConsumerRecord<byte[], byte[]> of(ConsumerRecord<?, ?> whole) {
    return new ConsumerRecord<>(
        whole.topic(),
        whole.partition(),
        whole.offset(),
        whole.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        start((byte[]) whole.key(), MOST_OF_KEY),
        start((byte[]) whole.value(), MOST_OF_VALUE),
        headers(whole),
        Optional.empty());
  }

  /** Bytes of key, value and headers. */
  static int size(ConsumerRecord<?, ?> record) {
    return length((byte[]) record.key()) + length((byte[]) record.value()) + size(record.headers());
  }

  private static Headers headers(ConsumerRecord<?, ?> whole) {
    Headers kept =
        size(whole.headers()) <= MOST_OF_HEADERS
            ? new RecordHeaders(whole.headers())
            : new RecordHeaders();
    return kept.add(SIZE, Integer.toString(size(whole)).getBytes(UTF_8));
  }

  private static int size(Headers headers) {
    int size = 0;
    for (Header header : headers) {
      size += header.key().length() + length(header.value());
    }
    return size;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static byte @Nullable [] start(byte @Nullable [] bytes, int most) {
    return length(bytes) <= most ? bytes : Arrays.copyOf(bytes, most);
  }
}
