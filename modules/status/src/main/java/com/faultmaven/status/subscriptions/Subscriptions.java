package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.ServiceNotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The subscriptions as they are stored. */
@Repository
class Subscriptions {

  static final int MOST = 10_000;

  private static final String COLUMNS =
      """
      s.id, s.channel, s.address, s.state, s.created_at, s.failing_since, s.all_services,
      array(select x.service_id from status.subscription_services x
        where x.subscription_id = s.id order by x.service_id) as services
      """;

  private static final String ADD =
      """
      with there as (
        select status.counted('subscriptions', :organization, :now::timestamptz) as n),
      added as (
        insert into status.subscriptions (id, organization_id, channel, address, all_services,
          state, secret, owner_id, created_at, confirmed_at)
        select :id::uuid, :organization, :channel, :address, :all, 'active', :secret, :owner,
          :now::timestamptz, :now::timestamptz
        from there where n < :most returning id),
      chosen as (
        insert into status.subscription_services (subscription_id, service_id)
        select added.id, s.id from added join status.services s
          on s.id = any(:services::uuid[]) and s.organization_id = :organization)
      select count(*) = 1 from added
      """;

  /** One that is there already keeps its secret, which mails hold that were sent, and its owner. */
  private static final String PUT =
      """
      with there as (
        select status.counted('subscriptions', :organization, :now::timestamptz) as n),
      told as (
        insert into status.subscriptions (id, organization_id, channel, address, all_services,
          state, secret, owner_id, created_at, confirmed_at)
        select :id::uuid, :organization, :channel, :address, :all, 'active', :secret, :owner,
          :now::timestamptz, :now::timestamptz
        from there where n < :most or exists (
          select from status.subscriptions known
          where known.organization_id = :organization and known.channel = :channel
            and md5(known.address) = md5(:address))
        on conflict (organization_id, channel, md5(address)) where channel = 'email'
        do update set all_services = excluded.all_services, state = 'active',
          failing_since = null, confirmed_at = excluded.confirmed_at
        returning id),
      left_out as (
        delete from status.subscription_services x using told
        where x.subscription_id = told.id and x.service_id <> all(:services::uuid[])),
      chosen as (
        insert into status.subscription_services (subscription_id, service_id)
        select told.id, s.id from told join status.services s
          on s.id = any(:services::uuid[]) and s.organization_id = :organization
        on conflict do nothing)
      select count(*) = 1 from told
      """;

  private final JdbcClient jdbc;

  Subscriptions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a webhook; says whether there was room for it. */
  boolean add(Subscription subscription, OrganizationId organization, String secret, String owner) {
    return put(ADD, subscription, organization, secret, owner);
  }

  /**
   * Adds an address of mail, or tells one that is there already of other services from now on; says
   * whether there was room for it.
   */
  boolean put(
      Subscription subscription,
      OrganizationId organization,
      String secret,
      @Nullable String owner) {
    return put(PUT, subscription, organization, secret, owner);
  }

  private boolean put(
      String sql,
      Subscription subscription,
      OrganizationId organization,
      String secret,
      @Nullable String owner) {
    List<ServiceId> services = subscription.services();
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("id", subscription.id().value())
        .param("channel", subscription.channel().word())
        .param("address", subscription.address())
        .param("all", services == null)
        .param("secret", secret)
        .param("owner", owner, Types.VARCHAR)
        .param("now", at(subscription.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", MOST)
        .param("services", ServiceId.values(services == null ? List.of() : services))
        .query(Boolean.class)
        .single();
  }

  /**
   * The names of services.
   *
   * @throws ServiceNotFound naming all that are none of the organization's
   */
  List<String> names(List<ServiceId> services, OrganizationId organization) {
    Map<ServiceId, String> names = new LinkedHashMap<>();
    jdbc.sql(
            """
            select id, name from status.services
            where organization_id = :organization and id = any(:ids::uuid[])
            order by position, name, id
            """)
        .param("ids", ServiceId.values(services))
        .param("organization", organization.value())
        .query(
            row -> {
              names.put(new ServiceId(row.getObject("id", UUID.class)), row.getString("name"));
            });
    List<ServiceId> missing = services.stream().filter(it -> !names.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      throw ServiceNotFound.of(missing);
    }
    return List.copyOf(names.values());
  }

  /** Those of an owner, or of everybody if null. */
  List<Subscription> list(
      OrganizationId organization, @Nullable String owner, int limit, int offset) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from status.subscriptions s
                where s.organization_id = :organization
                  and (:owner::text is null or s.owner_id = :owner)
                order by s.created_at, s.id limit :limit offset :offset
                """)
        .param("organization", organization.value())
        .param("owner", owner, Types.VARCHAR)
        .param("limit", limit)
        .param("offset", offset)
        .query(Subscriptions::subscription)
        .list();
  }

  Optional<Subscription> get(
      SubscriptionId id, OrganizationId organization, @Nullable String owner) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from status.subscriptions s
                where s.id = :id and s.organization_id = :organization
                  and (:owner::text is null or s.owner_id = :owner)
                """)
        .param("id", id.value())
        .param("organization", organization.value())
        .param("owner", owner, Types.VARCHAR)
        .query(Subscriptions::subscription)
        .optional();
  }

  /**
   * A subscription that is about to end.
   *
   * @param secret what whoever is told knows
   */
  record Ending(SubscriptionId id, Channel channel, String address, String secret) {}

  /** Locks a subscription of an owner's, or anybody's if null, until the transaction ends. */
  Optional<Ending> lock(SubscriptionId id, OrganizationId organization, @Nullable String owner) {
    return jdbc.sql(
            """
            select channel, address, secret from status.subscriptions
            where id = :id and organization_id = :organization
              and (:owner::text is null or owner_id = :owner)
            for update
            """)
        .param("id", id.value())
        .param("organization", organization.value())
        .param("owner", owner, Types.VARCHAR)
        .query(
            (row, _) ->
                new Ending(
                    id,
                    Channel.of(row.getString("channel")),
                    row.getString("address"),
                    row.getString("secret")))
        .optional();
  }

  void delete(SubscriptionId id) {
    jdbc.sql("delete from status.subscriptions where id = ?").param(id.value()).update();
  }

  /** Some of an owner's; says how many. */
  int deleteSome(String owner, int most) {
    return jdbc.sql(
            """
            delete from status.subscriptions where id = any(array(
              select id from status.subscriptions where owner_id = ? limit ?))
            """)
        .params(owner, most)
        .update();
  }

  private static Subscription subscription(ResultSet row, int number) throws SQLException {
    OffsetDateTime failing = row.getObject("failing_since", OffsetDateTime.class);
    return new Subscription(
        new SubscriptionId(row.getObject("id", UUID.class)),
        Channel.of(row.getString("channel")),
        row.getString("address"),
        row.getBoolean("all_services")
            ? null
            : Arrays.stream((UUID[]) row.getArray("services").getArray())
                .map(ServiceId::new)
                .toList(),
        row.getString("state").equals("active"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        failing == null ? null : failing.toInstant());
  }

  private static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
