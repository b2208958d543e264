package com.faultmaven.mail;

import com.faultmaven.kernel.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one address. The body cannot set a header, and a header cannot add a recipient.
 *
 * @param to the address alone, without a name
 * @param subject 1 to 250 characters, none of them a control character
 * @param text 1 to 50,000 characters
 * @param html the same for readers of HTML, at most 200,000 characters; null to have it made of the
 *     text
 * @param headers such as {@code List-Unsubscribe}, or {@code X-…}
 * @param about whose address it is, if it is a user's: it goes with their data
 * @param attachment what goes with it, if anything does
 */
public record OutgoingMail(
    MailKey key,
    Purpose purpose,
    String to,
    String subject,
    String text,
    @Nullable String html,
    Map<String, String> headers,
    @Nullable UserId about,
    @Nullable Attachment attachment) {

  private static final int LONGEST_SUBJECT = 250;
  private static final int LONGEST_TEXT = 50_000;
  private static final int LONGEST_HTML = 200_000;
  private static final Pattern HEADER =
      Pattern.compile("List-Unsubscribe(-Post)?|X-[A-Za-z0-9-]{1,60}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]{1,900}");

  /** One that nothing goes with. */
  public OutgoingMail(
      MailKey key,
      Purpose purpose,
      String to,
      String subject,
      String text,
      @Nullable String html,
      Map<String, String> headers,
      @Nullable UserId about) {
    this(key, purpose, to, subject, text, html, headers, about, null);
  }

  public OutgoingMail {
    require(!subject.isBlank() && length(subject) <= LONGEST_SUBJECT, "subject");
    require(!hasControls(subject), "subject");
    require(!to.isBlank() && !hasControls(to), "to");
    require(!text.isBlank() && length(text) <= LONGEST_TEXT, "text");
    require(html == null || length(html) <= LONGEST_HTML, "html");
    headers.forEach(
        (name, value) ->
            require(
                HEADER.matcher(name).matches() && HEADER_VALUE.matcher(value).matches(),
                "headers"));
    headers = Map.copyOf(headers);
  }

  /** One without HTML and headers of its own. */
  public static OutgoingMail of(
      MailKey key, Purpose purpose, String to, String subject, String text) {
    return new OutgoingMail(key, purpose, to, subject, text, null, Map.of(), null);
  }

  /** The same to an address of this user's. */
  public OutgoingMail about(UserId user) {
    return new OutgoingMail(key, purpose, to, subject, text, html, headers, user, attachment);
  }

  /** The same with one header more. */
  public OutgoingMail with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new OutgoingMail(key, purpose, to, subject, text, html, more, about, attachment);
  }

  /** The same with something that goes with it. */
  public OutgoingMail with(Attachment file) {
    return new OutgoingMail(key, purpose, to, subject, text, html, headers, about, file);
  }

  private static void require(boolean fits, String member) {
    if (!fits) {
      throw new IllegalArgumentException("No mail can have this " + member);
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Line separators too, at which some servers begin a new line. */
  private static boolean hasControls(String text) {
    return text.codePoints()
        .map(Character::getType)
        .anyMatch(
            type ->
                type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE);
  }
}
