package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what is sent by mail into words, with links to the page of the organization. */
public interface MailWriter {

  /** Whether it is known by which address everybody reaches the page. */
  boolean knowsAddress();

  /**
   * Asks whether an address wants to be told.
   *
   * @param services the names of those it is to be told of; null for all
   */
  Letter confirmation(Where where, String token, @Nullable List<String> services);

  /** Tells what was published. */
  Letter notice(Where where, Told told);

  /** The page for ending a subscription, which also takes the posts of RFC 8058. */
  String unsubscribeUrl(Where where, String token);

  /** Whose page a mail is about. */
  record Where(OrganizationId organization, Page page) {}

  /**
   * A mail, but for the links that are the recipient's own: {@link #UNSUBSCRIBE} stands for the one
   * that ends the subscription.
   */
  record Letter(String subject, String text, String html) {

    public static final String UNSUBSCRIBE = "https://unsubscribe.invalid/";

    Letter with(String unsubscribeUrl) {
      return new Letter(
          subject,
          text.replace(UNSUBSCRIBE, unsubscribeUrl),
          html.replace(UNSUBSCRIBE, unsubscribeUrl.replace("&", "&amp;")));
    }
  }

  /**
   * What was published.
   *
   * @param kind such as {@code incident.opened}
   * @param id of the incident or maintenance; null of neither
   * @param message what was said, in Markdown, if anything
   * @param from when the window of a maintenance begins, or null
   * @param until when it ends, or null
   * @param services the names of those it touches
   */
  record Told(
      String kind,
      @Nullable UUID id,
      String title,
      String status,
      @Nullable String message,
      Instant at,
      @Nullable Instant from,
      @Nullable Instant until,
      List<String> services) {}
}
