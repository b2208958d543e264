package com.faultmaven.reliability;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told of incidents, and what the database knows of it. */
final class Subscribers {

  private final JdbcClient jdbc;

  Subscribers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds webhooks below an address, and as many addresses of mail.
   *
   * @param url each webhook is at its number below it
   */
  void add(int many, String url) {
    jdbc.sql(
            """
            insert into status.subscriptions (id, organization_id, channel, address, all_services,
              state, secret, created_at)
            select gen_random_uuid(), 'default', channel,
              case channel when 'email' then 'n' || n || '@acme.dev' else :url || n end, true, 'active',
              'whsec_AAAA', now()
            from generate_series(1, :many) n, (values ('email'), ('webhook')) c (channel)
            """)
        .param("many", many)
        .param("url", url)
        .update();
  }

  /** A delivery: what a webhook is sent as its id, or a mail as its Message-ID begins with. */
  record Delivery(String id, String channel, String state) {}

  List<Delivery> deliveries() {
    return jdbc.sql(
            """
            select d.event_id || '.' || d.subscription_id, s.channel, d.state
            from status.deliveries d join status.subscriptions s on s.id = d.subscription_id
            """)
        .query((row, _) -> new Delivery(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /** Deliveries of each channel that are not settled, and notices whose deliveries are not made. */
  boolean areAllTold() {
    return jdbc.sql(
            """
            select not exists (select from status.deliveries where state = 'queued')
              and not exists (select from jobs.tasks where task_name = 'status.notify')
            """)
        .query(Boolean.class)
        .single();
  }

  Map<String, Long> states() {
    return deliveries().stream()
        .collect(
            Collectors.groupingBy(it -> it.channel() + " " + it.state(), Collectors.counting()));
  }
}
