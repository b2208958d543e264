package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.log.Batch;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the log is published.
 *
 * @param look how soon to look for new events after there was one
 * @param idle how often to look when there has been none for a while; what this process commits is
 *     published at once
 * @param stand how often an instance that does not publish tries to become the one that does, and
 *     how long one waits after a failure
 * @param batch how many events are in flight at once
 * @param bytes of their payloads together, at most; a larger event goes alone
 */
@ConfigurationProperties(prefix = "faultmaven.publisher", ignoreUnknownFields = false)
record PublisherProperties(
    @DefaultValue("100ms") Duration look,
    @DefaultValue("500ms") Duration idle,
    @DefaultValue("2s") Duration stand,
    @DefaultValue("500") int batch,
    @DefaultValue("4MB") DataSize bytes) {

  Batch most() {
    return new Batch(batch, bytes.toBytes());
  }
}
