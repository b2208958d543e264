package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.deadletters.DeadLetterReason;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the broker will never take, and is passed.
 *
 * @param detail a sentence for a person
 */
record Rejected(ProducerRecord<String, byte[]> record, DeadLetterReason reason, String detail) {}
