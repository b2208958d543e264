package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.UserId;
import com.faultmaven.messaging.KeptMembers;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Redacts events by what the modules that publish them say of their members. */
@Component
class Redactions {

  private final Set<String> kept;
  private final JsonMapper json;

  Redactions(ObjectProvider<KeptMembers> kept, JsonMapper json) {
    this.kept =
        kept.stream()
            .flatMap(members -> members.names().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.json = json;
  }

  Redaction of(UserId user) {
    return new Redaction(user, kept, json);
  }
}
