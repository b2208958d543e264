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
import java.util.List;
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
      s.id, s.address, s.state, s.created_at, s.failing_since, s.all_services,
      array(select x.service_id from status.subscription_services x
        where x.subscription_id = s.id order by x.service_id) as services
      """;

  private final JdbcClient jdbc;

  Subscriptions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a webhook; says whether there was room for it. */
  boolean add(Subscription subscription, OrganizationId organization, String secret, String owner) {
    List<ServiceId> services = subscription.services();
    return jdbc.sql(
            """
            with there as (
              select count(*) as n from status.subscriptions where organization_id = :organization),
            added as (
              insert into status.subscriptions (id, organization_id, channel, address, all_services,
                state, secret, owner_id, created_at, confirmed_at)
              select :id::uuid, :organization, 'webhook', :url, :all, 'active', :secret, :owner,
                :now::timestamptz, :now::timestamptz
              from there where n < :most returning id),
            chosen as (
              insert into status.subscription_services (subscription_id, service_id)
              select added.id, unnest(:services::uuid[]) from added)
            select count(*) = 1 from added
            """)
        .param("organization", organization.value())
        .param("id", subscription.id().value())
        .param("url", subscription.url())
        .param("all", services == null)
        .param("secret", secret)
        .param("owner", owner)
        .param("now", at(subscription.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", MOST)
        .param(
            "services",
            services == null
                ? new String[0]
                : services.stream().map(ServiceId::toString).toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /**
   * Refuses services that are none of the organization's.
   *
   * @throws ServiceNotFound naming all of them
   */
  void requireServices(List<ServiceId> services, OrganizationId organization) {
    if (services.isEmpty()) {
      return;
    }
    List<ServiceId> missing =
        jdbc.sql(
                """
                select named.id from unnest(:ids::uuid[]) named (id) where not exists (
                  select from status.services s
                  where s.id = named.id and s.organization_id = :organization)
                """)
            .param("ids", services.stream().map(ServiceId::toString).toArray(String[]::new))
            .param("organization", organization.value())
            .query((row, _) -> new ServiceId(row.getObject(1, UUID.class)))
            .list();
    if (!missing.isEmpty()) {
      throw ServiceNotFound.of(missing);
    }
  }

  /** Those of an owner, or of everybody if null. */
  List<Subscription> list(
      OrganizationId organization, @Nullable String owner, int limit, int offset) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from status.subscriptions s
                where s.organization_id = :organization and s.channel = 'webhook'
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
                where s.id = :id and s.organization_id = :organization and s.channel = 'webhook'
                  and (:owner::text is null or s.owner_id = :owner)
                """)
        .param("id", id.value())
        .param("organization", organization.value())
        .param("owner", owner, Types.VARCHAR)
        .query(Subscriptions::subscription)
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
