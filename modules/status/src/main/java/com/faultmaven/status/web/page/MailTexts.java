package com.faultmaven.status.web.page;

import com.faultmaven.status.subscriptions.MailWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Writes mail with the words of the public page. */
@Component
class MailTexts implements MailWriter {

  private static final int LONGEST_SUBJECT = 200;

  /** The page has all of it. */
  private static final int LONGEST_MESSAGE = 5000;

  private final PageHtml html;
  private final @Nullable String host;

  MailTexts(PageHtml html, PageProperties properties, Environment environment) {
    this.html = html;
    this.host = properties.address() == null ? own(environment) : properties.address();
  }

  /** What a request says of the host may be made up, so that it never comes into mail. */
  private static @Nullable String own(Environment environment) {
    return environment.acceptsProfiles(Profiles.of("production"))
        ? null
        : "http://localhost:" + environment.getProperty("server.port", "8003");
  }

  @Override
  public boolean knowsAddress() {
    return host != null;
  }

  @Override
  public Letter confirmation(Where where, String token, @Nullable List<String> services) {
    String link = url(where, "/subscriptions/confirm?token=" + escaped(token));
    String of = services == null ? "all services" : String.join(", ", services);
    String text =
        """
        Somebody, probably you, asked to be told by mail of incidents and maintenance of %s: %s.

        To be told, follow this link within a week and press the button there:
        %s

        If it was not you, there is nothing to do: nothing else is sent to you.
        """
            .formatted(where.page().name(), of, link);
    Map<String, @Nullable Object> values = values(where);
    values.put("services", of);
    values.put("link", link);
    return new Letter(
        subject(where.page().name() + ": do you want to be told by mail?"),
        text,
        html.mail("confirmation", values));
  }

  @Override
  public Letter notice(Where where, Told told) {
    Times times = new Times(where.page().timeZone());
    String link = told.id() == null ? url(where, "") : url(where, path(told));
    String status = told.status().replace('_', ' ');
    String message = told.message() == null ? null : shortened(told.message());
    Map<String, @Nullable Object> values = values(where);
    values.put("title", told.title());
    values.put("status", status);
    values.put("at", times.moment(told.at()));
    values.put("from", told.from() == null ? null : times.moment(told.from()));
    values.put("until", told.until() == null ? null : times.moment(told.until()));
    values.put("services", String.join(", ", told.services()));
    values.put("message", message == null ? null : Markdown.html(message));
    values.put("link", link);
    values.put("unsubscribe", Letter.UNSUBSCRIBE);
    return new Letter(
        subject("[%s] %s: %s".formatted(where.page().name(), told.title(), status)),
        NoticeText.of(told, status, message, times, link),
        html.mail("notice", values));
  }

  @Override
  public String unsubscribeUrl(Where where, String token) {
    return url(where, "/subscriptions/unsubscribe?token=" + escaped(token));
  }

  private static Map<String, @Nullable Object> values(Where where) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", where.page().name());
    return values;
  }

  private static String path(Told told) {
    return (told.kind().startsWith("maintenance") ? "/maintenances/" : "/incidents/") + told.id();
  }

  private String url(Where where, String path) {
    return host + new PageAddress(where.organization()).path() + path;
  }

  private static String escaped(String token) {
    return UriUtils.encodeQueryParam(token, StandardCharsets.US_ASCII);
  }

  /** In one line. */
  private static String subject(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    return shortened(line, LONGEST_SUBJECT);
  }

  private static String shortened(String message) {
    return shortened(message, LONGEST_MESSAGE);
  }

  private static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
