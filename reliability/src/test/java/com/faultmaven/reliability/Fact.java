package com.faultmaven.reliability;

/** An event on a channel: one that is told in two forms is a fact of either channel. */
record Fact(String channel, String eventId) {}
