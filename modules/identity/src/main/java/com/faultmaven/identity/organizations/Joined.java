package com.faultmaven.identity.organizations;

import java.time.Instant;

/** Somebody who has joined something. */
public interface Joined {

  Person person();

  Instant joinedAt();
}
