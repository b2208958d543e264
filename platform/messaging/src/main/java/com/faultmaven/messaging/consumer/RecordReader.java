package com.faultmaven.messaging.consumer;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.messaging.WithBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Parses and validates the events of records. */
@WithBroker
@Component
class RecordReader {

  /**
   * Bytes of the largest value that is looked at: what a broker takes unless configured otherwise.
   */
  static final int MOST = 1_000_000;

  private final JsonMapper json;

  RecordReader(JsonMapper json) {
    this.json = json;
  }

  /**
   * Reads the event of a channel; its own form refuses what the contract forbids.
   *
   * @throws UnreadableRecord if the record is something else
   */
  <E extends ContractEvent> E read(
      ConsumerRecord<byte[], byte[]> record, Class<E> form, String channel) {
    byte @Nullable [] value = record.value();
    if (value == null) {
      throw UnreadableRecord.withoutValue();
    }
    if (value.length > MOST) {
      throw UnreadableRecord.tooLarge(value.length, MOST);
    }
    @Nullable E event = parsed(value, form, channel);
    if (event == null) {
      throw UnreadableRecord.noEvent(channel, "null");
    }
    return event;
  }

  private <E extends ContractEvent> @Nullable E parsed(
      byte[] value, Class<E> form, String channel) {
    try {
      return json.readValue(value, form);
    } catch (JacksonException e) {
      throw UnreadableRecord.noEvent(channel, e);
    } catch (NumberFormatException noNumber) {
      // an exponent that no decimal has: Jackson lets it through
      throw UnreadableRecord.noEvent(channel, String.valueOf(noNumber.getMessage()));
    }
  }
}
