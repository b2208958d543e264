package com.faultmaven.escalations;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.reports.areas.Area;
import com.faultmaven.reports.areas.GeoJson;
import com.faultmaven.reports.areas.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Contacts as they are stored. */
@Repository
class ContactRows {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int AT_ONCE = 20;

  private static final String COLUMNS =
      """
      contact_id, number, organization_name, role_type, email, phone, area, classifications, consent,
      created_at, version
      """;

  private final JdbcClient jdbc;

  ContactRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Has the directory of an organization to itself until the transaction ends; counts it. */
  int lock(OrganizationId organization) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 7418)) is null")
        .param(organization.value())
        .query(Boolean.class)
        .single();
    return (int) count(organization);
  }

  long count(OrganizationId organization) {
    return jdbc.sql("select count(*) from escalations.contacts where organization_id = ?")
        .param(organization.value())
        .query(Long.class)
        .single();
  }

  Contact insert(
      ContactId id, OrganizationId organization, ContactDetails details, UserId by, Instant now) {
    return described(
            jdbc.sql(
                    """
                    insert into escalations.contacts (contact_id, organization_id, organization_name,
                      role_type, email, phone, area, bounds, classifications, consent, created_by,
                      created_at, version)
                    values (:id, :organization, :name, :role, :email, :phone, :area::jsonb,
                      :bounds::box, :classes, :consent, :by, :now, 1)
                    returning %s
                    """
                        .formatted(COLUMNS))
                .param("organization", organization.value())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE),
            id,
            details)
        .query(ContactRows::contact)
        .single();
  }

  Contact update(ContactId id, ContactDetails details) {
    return described(
            jdbc.sql(
                """
                update escalations.contacts set organization_name = :name, role_type = :role,
                  email = :email, phone = :phone, area = :area::jsonb, bounds = :bounds::box,
                  classifications = :classes, consent = :consent, version = version + 1
                where contact_id = :id
                returning %s
                """
                    .formatted(COLUMNS)),
            id,
            details)
        .query(ContactRows::contact)
        .single();
  }

  private static StatementSpec described(StatementSpec sql, ContactId id, ContactDetails details) {
    Area area = details.area();
    return sql.param("id", id.value())
        .param("name", details.organizationName())
        .param("role", details.roleType())
        .param("email", details.email(), Types.VARCHAR)
        .param("phone", details.phone(), Types.VARCHAR)
        .param("area", area == null ? null : JSON.writeValueAsString(area.geoJson()), Types.VARCHAR)
        .param("bounds", area == null ? null : area.bounds().sql(), Types.VARCHAR)
        .param("classes", details.classifications().toArray(String[]::new))
        .param("consent", details.consent());
  }

  Optional<Contact> find(ContactId id, OrganizationId organization, boolean locked) {
    return jdbc.sql(
            "select %s from escalations.contacts where contact_id = ? and organization_id = ? %s"
                .formatted(COLUMNS, locked ? "for update" : ""))
        .params(id.value(), organization.value())
        .query(ContactRows::contact)
        .optional();
  }

  void delete(ContactId id) {
    jdbc.sql("delete from escalations.contacts where contact_id = ?").param(id.value()).update();
  }

  /** The oldest first, after a number. */
  List<Contact> page(OrganizationId organization, long after, int most, int skip) {
    return jdbc.sql(
            """
            select %s from escalations.contacts where organization_id = ? and number > ?
            order by number limit ? offset ?
            """
                .formatted(COLUMNS))
        .params(organization.value(), after, most, skip)
        .query(ContactRows::contact)
        .list();
  }

  /**
   * Those with consent that may be responsible there, and those that are everywhere: a few at a
   * time, for areas are large. Within a transaction, and to be closed.
   */
  Stream<Contact> around(OrganizationId organization, @Nullable Region place) {
    return jdbc
        .sql(
            """
            select %s from escalations.contacts
            where organization_id = :organization and consent
              and (bounds is null or bounds && :bounds::box)
            order by organization_name, email, number
            """
                .formatted(COLUMNS))
        .param("organization", organization.value())
        .param("bounds", place == null ? null : place.bounds().sql(), Types.VARCHAR)
        .withFetchSize(AT_ONCE)
        .query(ContactRows::contact)
        .stream();
  }

  private static Contact contact(ResultSet row, int number) throws SQLException {
    String area = row.getString("area");
    return new Contact(
        new ContactId(row.getString("contact_id")),
        row.getLong("number"),
        new ContactDetails(
            row.getString("organization_name"),
            row.getString("role_type"),
            row.getString("email"),
            row.getString("phone"),
            area == null ? null : GeoJson.stored(JSON.readValue(area, Map.class)),
            List.of((String[]) row.getArray("classifications").getArray()),
            row.getBoolean("consent")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        new EntityVersion(row.getLong("version")));
  }
}
