package com.faultmaven.events.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the feed waits.
 *
 * @param look how often a waiting request looks for new events
 * @param waiters how many requests may wait at once in one process
 */
@ConfigurationProperties("faultmaven.feed")
record FeedProperties(@DefaultValue("250ms") Duration look, @DefaultValue("16") int waiters) {}
