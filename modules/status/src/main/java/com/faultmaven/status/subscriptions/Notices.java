package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.json.StoredJson;
import com.faultmaven.status.ServiceId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What subscribers are told, and who is told. */
@Repository
class Notices {

  /** Nothing is kept where nobody subscribes. */
  private static final String RECORD =
      """
      insert into status.notices (event_id, organization_id, incident_id, kind, content, created_at)
      select n.id, n.organization, n.incident, n.kind, n.content, :now::timestamptz
      from unnest(:ids::uuid[], :organizations::text[], :incidents::uuid[], :kinds::text[],
        :contents::jsonb[]) n (id, organization, incident, kind, content)
      where exists (
        select from status.subscriptions s
        where s.organization_id = n.organization and s.state = 'active')
      returning event_id
      """;

  private static final String TELL =
      """
      with told as (
        select n.event_id, n.incident_id, n.organization_id,
          array(
            select jsonb_array_elements_text(n.content -> 'services')::uuid
            union select x.service_id from status.incident_services x
            where x.incident_id = n.incident_id) as services,
           (n.content ->> 'to_all')::boolean as to_all,
          n.kind ~ '^(incident|maintenance)' as mailed
        from status.notices n
        where n.event_id = :notice and n.created_at >= :since::timestamptz),
      chosen as (
        select s.id as subscription_id, s.channel, s.address, s.secret, s.owner_id, told.event_id
        from told join status.subscriptions s on s.organization_id = told.organization_id
        where s.state = 'active' and s.id > :after and (s.channel = 'webhook' or told.mailed)
          and (told.to_all and (s.all_services or exists (
              select from status.subscription_services x
              where x.subscription_id = s.id and x.service_id = any(told.services)))
            or exists (
              select from status.deliveries d join status.notices o on o.event_id = d.event_id
              where d.subscription_id = s.id and o.incident_id = told.incident_id
                and o.kind = 'incident.opened'))
        order by s.id limit :most),
      made as (
        insert into status.deliveries (id, subscription_id, event_id, state, attempts, created_at)
        select gen_random_uuid(), subscription_id, event_id, 'queued', 0, :now::timestamptz
        from chosen
        on conflict (subscription_id, event_id) do nothing returning id, subscription_id)
      select chosen.subscription_id, chosen.channel, chosen.address, chosen.secret,
        chosen.owner_id, made.id
      from chosen left join made on made.subscription_id = chosen.subscription_id
      order by chosen.subscription_id
      """;

  private final JdbcClient jdbc;

  Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps notices if anybody subscribes, and says which. */
  List<UUID> keep(List<Notice> notices, Instant now) {
    return jdbc.sql(RECORD)
        .param("ids", texts(notices, Notice::id))
        .param("organizations", texts(notices, Notice::organization))
        .param("incidents", texts(notices, Notice::incident))
        .param("kinds", texts(notices, Notice::kind))
        .param("contents", texts(notices, Notices::content))
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(UUID.class)
        .list();
  }

  private static @Nullable String[] texts(
      List<Notice> notices, Function<Notice, @Nullable Object> member) {
    @Nullable String[] texts = new @Nullable String[notices.size()];
    for (int n = 0; n < texts.length; n++) {
      Object value = member.apply(notices.get(n));
      texts[n] = value == null ? null : value.toString();
    }
    return texts;
  }

  static String content(Notice notice) {
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("services", notice.services().stream().map(ServiceId::toString).toList());
    content.put("to_all", notice.toAll());
    content.put("body", notice.body());
    return StoredJson.text(content);
  }

  /**
   * A subscription that is told.
   *
   * @param secret what whoever is told knows
   * @param owner whose it is, or null
   * @param delivery null if it was made before
   */
  record Told(
      SubscriptionId subscription,
      Channel channel,
      String address,
      String secret,
      @Nullable String owner,
      @Nullable DeliveryId delivery) {}

  /**
   * Makes deliveries to the next subscriptions, in the order of their ids.
   *
   * @param since nobody is told of a notice from before
   */
  List<Told> tellSome(UUID notice, Instant since, UUID after, int most, Instant now) {
    return jdbc.sql(TELL)
        .param("notice", notice)
        .param("since", since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("after", after)
        .param("most", most)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(
            (row, _) -> {
              UUID delivery = row.getObject("id", UUID.class);
              return new Told(
                  new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                  Channel.of(row.getString("channel")),
                  row.getString("address"),
                  row.getString("secret"),
                  row.getString("owner_id"),
                  delivery == null ? null : new DeliveryId(delivery));
            })
        .list();
  }

  /** A notice as it is put into words, with the names that its services have now. */
  Optional<Worded> worded(UUID notice) {
    return jdbc.sql(
            """
            select n.organization_id, n.kind, n.created_at, (n.content -> 'body')::text as body,
              array(select s.name from status.services s
                where s.id = any(array(
                  select jsonb_array_elements_text(n.content -> 'services')::uuid
                  union select x.service_id from status.incident_services x
                  where x.incident_id = n.incident_id))
                order by s.position, s.name, s.id) as services
            from status.notices n where n.event_id = ?
            """)
        .param(notice)
        .query(
            (row, _) ->
                new Worded(
                    new OrganizationId(row.getString("organization_id")),
                    row.getString("kind"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    StoredJson.object(row.getString("body")),
                    List.of((String[]) row.getArray("services").getArray())))
        .optional();
  }

  /**
   * A notice that is to be put into words.
   *
   * @param body as webhooks are sent it
   */
  record Worded(
      OrganizationId organization,
      String kind,
      Instant at,
      Map<String, @Nullable Object> body,
      List<String> services) {}

  /** Forgets some that were told long ago, with their deliveries; says how many. */
  int forget(Instant upTo, int most) {
    return jdbc.sql(
            """
            delete from status.notices where event_id = any(array(
              select event_id from status.notices where created_at <= :upTo order by created_at
              limit :most for update skip locked))
            """)
        .param("upTo", upTo.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .update();
  }
}
