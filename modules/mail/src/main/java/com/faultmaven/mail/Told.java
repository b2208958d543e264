package com.faultmaven.mail;

/**
 * What is known of a mail from all that was told of it, whatever the order it came in: a complaint
 * counts for more than a bounce, a bounce for good for more than one of the mail, and a delivery
 * for least. In SQL, of a message {@code m}.
 */
final class Told {

  /** From 0, a delivery, to 3, a complaint; null if nothing was told that says something. */
  static final String RANK =
      """
      (select max(case e.type when 'delivered' then 0 when 'complained' then 3
         when 'bounced' then case when e.bounce_type = 'soft' then 1 else 2 end end)
       from mail.mail_events e where e.message_id = m.message_id and not e.spent)
      """;

  /** What became of it, or null. */
  static final String STATE =
      "(case "
          + RANK
          + " when 0 then 'delivered' when 3 then 'complained' when 1 then 'bounced'"
          + " when 2 then 'bounced' end)";

  static final String DELIVERED_AT =
      """
      (select max(e.at) from mail.mail_events e
       where e.message_id = m.message_id and e.type = 'delivered' and not e.spent)
      """;

  /** What the other server said last when it refused it. */
  static final String WHY =
      """
      (select left(e.reason, 500) from mail.mail_events e
       where e.message_id = m.message_id and e.type in ('bounced', 'complained') and not e.spent
       order by e.at desc, e.type limit 1)
      """;

  private Told() {}
}
