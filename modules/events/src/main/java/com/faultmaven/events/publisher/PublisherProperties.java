package com.faultmaven.events.publisher;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is published.
 *
 * @param look how often to look for new events
 * @param stand how often an instance that does not publish tries to become the one that does, and
 *     how long one waits after a failure
 * @param batch how many events are under way at once
 */
@ConfigurationProperties("faultmaven.publisher")
record PublisherProperties(
    @DefaultValue("100ms") Duration look,
    @DefaultValue("2s") Duration stand,
    @DefaultValue("500") int batch) {}
