package com.faultmaven.messaging.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the feed waits, and how much it gives at once.
 *
 * @param look how often a waiting request looks for new events
 * @param waiters how many requests may wait at once in one process
 * @param page the payloads of one answer together, at most; a larger event comes alone
 */
@ConfigurationProperties(prefix = "faultmaven.feed", ignoreUnknownFields = false)
record FeedProperties(
    @DefaultValue("250ms") Duration look,
    @DefaultValue("16") int waiters,
    @DefaultValue("2MB") DataSize page) {}
