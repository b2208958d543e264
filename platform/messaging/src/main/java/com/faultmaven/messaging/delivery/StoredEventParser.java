package com.faultmaven.messaging.delivery;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.messaging.deadletters.DeadLetterReason;
import com.faultmaven.messaging.deadletters.Envelope;
import com.faultmaven.messaging.delivery.ParseResult.Parsed;
import com.faultmaven.messaging.delivery.ParseResult.Unparsable;
import java.lang.reflect.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads stored events, one by one, so that one that cannot be read stops no other. */
@Component
class StoredEventParser {

  private final KnownListeners listeners;
  private final EventSerializer serializer;
  private final JsonMapper json;

  StoredEventParser(KnownListeners listeners, EventSerializer serializer, JsonMapper json) {
    this.listeners = listeners;
    this.serializer = serializer;
    this.json = json;
  }

  ParseResult parse(StoredPublication stored) {
    Envelope envelope = Envelope.of(stored.content(), json);
    if (!listeners.contains(stored.listenerId())) {
      return new Unparsable(
          DeadLetterReason.UNKNOWN_TYPE,
          "There is no listener " + stored.listenerId() + ".",
          envelope);
    }
    Class<?> type = load(stored.eventClass());
    if (type == null) {
      return new Unparsable(
          DeadLetterReason.UNKNOWN_TYPE,
          "There is no event " + ClassUtils.getShortName(stored.eventClass()) + ".",
          envelope);
    }
    String known = schemaVersion(type);
    if (known != null && !sameMajor(known, envelope.schemaVersion())) {
      return new Unparsable(
          DeadLetterReason.UNKNOWN_VERSION,
          "Version " + envelope.schemaVersion() + " is not of the major version of " + known + ".",
          envelope);
    }
    return deserialize(stored, type, envelope);
  }

  private ParseResult deserialize(StoredPublication stored, Class<?> type, Envelope envelope) {
    try {
      Object event = serializer.deserialize(stored.content(), type);
      if (event instanceof ContractEvent contractual && isWhole(contractual)) {
        return new Parsed(event, envelope);
      }
      return event == null || event instanceof ContractEvent
          ? unparsable("A part that every event must have is missing.", envelope)
          : new Parsed(event, envelope);
    } catch (JacksonException e) {
      return unparsable(e.getOriginalMessage(), envelope);
    } catch (RuntimeException e) {
      return unparsable(String.valueOf(NestedExceptionUtils.getMostSpecificCause(e)), envelope);
    }
  }

  private static Unparsable unparsable(String detail, Envelope envelope) {
    return new Unparsable(DeadLetterReason.UNREADABLE, detail, envelope);
  }

  /** What was stored keeps no promises. */
  private static boolean isWhole(ContractEvent event) {
    return event.eventId() != null
        && event.correlationId() != null
        && event.aggregateId() != null
        && event.timestamp() != null
        && event.payload() != null;
  }

  /** The class that is stored under a name, which it may have had in an earlier release. */
  private static @Nullable Class<?> load(String name) {
    Class<?> type = named(name);
    return type != null
        ? type
        : FormerNames.successorsOf(name)
            .map(StoredEventParser::named)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable Class<?> named(String name) {
    try {
      return ClassUtils.forName(name, StoredEventParser.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError gone) {
      return null;
    }
  }

  /** The version a contract event was made for: each says so in a constant. */
  private static @Nullable String schemaVersion(Class<?> type) {
    Field version =
        ContractEvent.class.isAssignableFrom(type)
            ? ReflectionUtils.findField(type, "SCHEMA_VERSION", String.class)
            : null;
    if (version == null) {
      return null;
    }
    // an event that only its module knows
    ReflectionUtils.makeAccessible(version);
    return (String) ReflectionUtils.getField(version, null);
  }

  /** What names no version is left to be found unreadable. */
  private static boolean sameMajor(String known, @Nullable String stored) {
    return stored == null || major(stored).equals(major(known));
  }

  private static String major(String version) {
    return version.split("\\.", 2)[0];
  }
}
