package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.UserId;
import com.faultmaven.messaging.KeptMembers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Redacts events by what the modules that publish them say of their members. */
@Component
class Redactions {

  private final Set<String> kept;
  private final Map<String, List<Pattern>> forms;
  private final JsonMapper json;

  Redactions(ObjectProvider<KeptMembers> kept, JsonMapper json) {
    this.kept =
        kept.stream()
            .flatMap(members -> members.names().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.forms =
        kept.stream()
            .flatMap(members -> members.forms().entrySet().stream())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    this.json = json;
  }

  Redaction of(UserId user) {
    return new Redaction(user, this::keeps, json);
  }

  private boolean keeps(String member, JsonNode value) {
    return kept.contains(member)
        || forms.getOrDefault(member, List.of()).stream()
            .anyMatch(form -> value.isString() && form.matcher(value.stringValue()).matches());
  }
}
