package com.faultmaven.reliability;

/** An event on a channel: one published in two versions is a fact of either channel. */
record Fact(String channel, String eventId) {}
