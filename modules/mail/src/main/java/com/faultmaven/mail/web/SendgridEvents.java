package com.faultmaven.mail.web;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.mail.MailEvent;
import com.faultmaven.mail.MailEvent.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what SendGrid's Event Webhook sends.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event">its
 *     events</a>
 */
final class SendgridEvents {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long LATEST = 4_102_444_800L; // the year 2100
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_NAME = 255;

  private SendgridEvents() {}

  /** Those that say what became of a mail; it tells of others, too. */
  static List<MailEvent> read(byte[] octets) {
    JsonNode sent = parsed(octets);
    if (!sent.isArray()) {
      throw InvalidRequest.body("", "wrong_type", "The body must be an array of events.");
    }
    List<MailEvent> events = new ArrayList<>();
    for (JsonNode event : sent) {
      MailEvent read = event(event);
      if (read != null) {
        events.add(read);
      }
    }
    return events;
  }

  private static JsonNode parsed(byte[] octets) {
    try {
      return JSON.readTree(octets);
    } catch (JacksonException noJson) {
      throw InvalidRequest.body("", "invalid_format", "The body must be JSON.");
    }
  }

  private static @Nullable MailEvent event(JsonNode event) {
    Type type = type(event.path("event").asString(""));
    String key = text(event, "delivery_id", 100);
    String messageId = text(event, "smtp-id", 400);
    long at = event.path("timestamp").asLong(-1);
    if (type == null || key == null && messageId == null || at < 0 || at > LATEST) {
      return null;
    }
    return new MailEvent(
        key,
        messageId,
        type,
        isSoft(event),
        text(event, "reason", LONGEST_REASON),
        Instant.ofEpochSecond(at),
        text(event, "sg_message_id", LONGEST_NAME));
  }

  private static @Nullable Type type(String event) {
    return switch (event) {
      case "delivered" -> Type.DELIVERED;
      case "bounce", "dropped" -> Type.BOUNCED;
      case "deferred" -> Type.DEFERRED;
      case "spamreport" -> Type.COMPLAINED;
      case "unsubscribe", "group_unsubscribe" -> Type.OPTED_OUT;
      default -> null;
    };
  }

  /** A mail that was blocked or dropped says nothing about its address that is not known. */
  private static boolean isSoft(JsonNode event) {
    return event.path("event").asString("").equals("dropped")
        || event.path("type").asString("").equals("blocked");
  }

  /** As the database takes it: half a character is a question mark. */
  private static @Nullable String text(JsonNode event, String member, int longest) {
    byte[] sent = event.path(member).asString("").getBytes(StandardCharsets.UTF_8);
    String text = new String(sent, StandardCharsets.UTF_8).replace("\0", "");
    if (text.isBlank()) {
      return null;
    }
    if (text.length() <= longest) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, pair ? longest - 1 : longest);
  }
}
