package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.UserId;

/** Who is to become a member. */
public sealed interface Wanted {

  /** As the client named them. */
  String shown();

  /** The user of this id. */
  record ById(UserId id) implements Wanted {

    @Override
    public String shown() {
      return id.value();
    }
  }

  /** The user of this username, which is in lower case. */
  record ByName(String username) implements Wanted {

    @Override
    public String shown() {
      return username;
    }
  }
}
