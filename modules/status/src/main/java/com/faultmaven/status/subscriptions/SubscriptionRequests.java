package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.ServiceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked to be told by mail. */
@Repository
class SubscriptionRequests {

  private static final String BY_TOKEN =
      """
      select id, address, services, owner_id, confirmed_at is not null as confirmed
      from status.subscription_requests
      where token_hash = :hash and organization_id = :organization and expires_at > :now
      """;

  private final JdbcClient jdbc;

  SubscriptionRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Somebody who asked.
   *
   * @param services null for all
   * @param confirmed whether the address has confirmed it already
   */
  record Asked(
      UUID id,
      String address,
      @Nullable List<ServiceId> services,
      @Nullable String owner,
      boolean confirmed) {}

  void add(Asked asked, OrganizationId organization, byte[] tokenHash, Instant now, Instant until) {
    List<ServiceId> services = asked.services();
    jdbc.sql(
            """
            insert into status.subscription_requests (id, organization_id, address, services,
              token_hash, owner_id, created_at, expires_at)
            values (:id, :organization, :address, :services::uuid[], :hash, :owner, :now, :until)
            """)
        .param("id", asked.id())
        .param("organization", organization.value())
        .param("address", asked.address())
        .param("services", services == null ? null : array(services), Types.VARCHAR)
        .param("hash", tokenHash)
        .param("owner", asked.owner(), Types.VARCHAR)
        .param("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", at(until), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Who was sent this token, unless it is too old. */
  Optional<Asked> find(byte[] tokenHash, OrganizationId organization, Instant now) {
    return asked(BY_TOKEN, tokenHash, organization, now);
  }

  /** The same, locked until the transaction ends. */
  Optional<Asked> lock(byte[] tokenHash, OrganizationId organization, Instant now) {
    return asked(BY_TOKEN + " for update", tokenHash, organization, now);
  }

  private Optional<Asked> asked(
      String sql, byte[] tokenHash, OrganizationId organization, Instant now) {
    return jdbc.sql(sql)
        .param("hash", tokenHash)
        .param("organization", organization.value())
        .param("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(SubscriptionRequests::asked)
        .optional();
  }

  private static Asked asked(ResultSet row, int number) throws SQLException {
    Array services = row.getArray("services");
    return new Asked(
        row.getObject("id", UUID.class),
        row.getString("address"),
        services == null
            ? null
            : Arrays.stream((UUID[]) services.getArray()).map(ServiceId::new).toList(),
        row.getString("owner_id"),
        row.getBoolean("confirmed"));
  }

  /** It is kept until its end, so that whoever presses twice is told the same twice. */
  void confirmed(UUID id, Instant now) {
    jdbc.sql("update status.subscription_requests set confirmed_at = :now where id = :id")
        .param("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id)
        .update();
  }

  /** Nothing that was asked for an address before it left brings it back. */
  void forget(OrganizationId organization, String address) {
    jdbc.sql("delete from status.subscription_requests where organization_id = ? and address = ?")
        .params(organization.value(), address)
        .update();
  }

  /** Some of an owner's; says how many. */
  int deleteSome(String owner, int most) {
    return jdbc.sql(
            """
            delete from status.subscription_requests where id = any(array(
              select id from status.subscription_requests where owner_id = ? limit ?))
            """)
        .params(owner, most)
        .update();
  }

  /** Some that are too old; says how many. */
  int deleteSomeUpTo(Instant end, int most) {
    return jdbc.sql(
            """
            delete from status.subscription_requests where id = any(array(
              select id from status.subscription_requests where expires_at <= :end
              order by expires_at limit :most for update skip locked))
            """)
        .param("end", at(end), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .update();
  }

  private static String array(List<ServiceId> services) {
    return services.stream().map(ServiceId::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
