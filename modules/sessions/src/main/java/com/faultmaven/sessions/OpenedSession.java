package com.faultmaven.sessions;

/** A session that was opened, or was there and is resumed. */
public record OpenedSession(Session session, boolean resumed) {}
