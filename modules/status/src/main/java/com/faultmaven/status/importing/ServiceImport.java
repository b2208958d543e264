package com.faultmaven.status.importing;

import com.faultmaven.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in services. One that nobody changed here since is as it is in the source. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ServiceImport {

  private static final String INSERT =
      """
      insert into status.services (name, description, created_at, updated_at, id, organization_id,
        position, start_date, told_condition, facts, version)
      values (?, ?, ?, ?, ?, ?, 0, ?, 'operational', 0, 1)
      """;

  private static final String RENEW =
      """
      update status.services set name = ?, description = ?, created_at = ?, updated_at = ?
      where id = ?
      """;

  private final JdbcTemplate jdbc;

  ServiceImport(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  /**
   * A service that is here.
   *
   * @param touched whether somebody changed it here
   */
  record Here(String organization, ImportedService service, boolean touched) {

    Fate fate(ImportedService there, String into) {
      if (!organization.equals(into)) {
        return Fate.TAKEN;
      }
      if (touched) {
        return Fate.LEFT_ALONE;
      }
      return service.equals(there) ? Fate.UNCHANGED : Fate.RENEWED;
    }
  }

  /** Takes in services, or says what would become of them if it did. */
  public Map<UUID, Fate> take(Collection<ImportedService> some, OrganizationId organization) {
    Map<UUID, Fate> fates = fates(some, organization);
    for (ImportedService service : some) {
      switch (fates.getOrDefault(service.id(), Fate.TAKEN)) {
        case NEW ->
            jdbc.update(
                INSERT,
                service.name(),
                service.description(),
                at(service.createdAt()),
                at(service.updatedAt()),
                service.id(),
                organization.value(),
                service.createdAt().atOffset(ZoneOffset.UTC).toLocalDate());
        case RENEWED ->
            jdbc.update(
                RENEW,
                service.name(),
                service.description(),
                at(service.createdAt()),
                at(service.updatedAt()),
                service.id());
        case UNCHANGED, LEFT_ALONE, TAKEN -> {}
      }
    }
    return fates;
  }

  /** What becomes, or became, of services. */
  public Map<UUID, Fate> fates(Collection<ImportedService> some, OrganizationId organization) {
    Map<UUID, Here> here = here(some.stream().map(ImportedService::id).toList());
    Map<String, UUID> names =
        names(some.stream().map(ImportedService::name).toList(), organization);
    Set<String> coming = new HashSet<>();
    Map<UUID, Fate> fates = new LinkedHashMap<>();
    for (ImportedService service : some) {
      Here known = here.get(service.id());
      UUID named = names.get(service.name());
      boolean nameIsTaken =
          named != null && !named.equals(service.id()) || !coming.add(service.name());
      Fate fate = known == null ? Fate.NEW : known.fate(service, organization.value());
      fates.put(
          service.id(),
          nameIsTaken && (fate == Fate.NEW || fate == Fate.RENEWED) ? Fate.TAKEN : fate);
    }
    return fates;
  }

  private Map<UUID, Here> here(List<UUID> ids) {
    Map<UUID, Here> here = new HashMap<>();
    jdbc.query(
        "select * from status.services where id = any(?::uuid[]) order by id for update",
        row -> {
          Here found = here(row);
          here.put(found.service().id(), found);
        },
        (Object) texts(ids));
    return here;
  }

  private Map<String, UUID> names(List<String> names, OrganizationId organization) {
    Map<String, UUID> found = new HashMap<>();
    jdbc.query(
        "select id, name from status.services where organization_id = ? and name = any(?)",
        row -> {
          found.put(row.getString("name"), row.getObject("id", UUID.class));
        },
        organization.value(),
        names.toArray(String[]::new));
    return found;
  }

  private static Here here(ResultSet row) throws SQLException {
    return new Here(
        row.getString("organization_id"),
        new ImportedService(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("description"),
            time(row, "created_at"),
            time(row, "updated_at")),
        row.getLong("version") > 1);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** As SQL takes them for {@code any(?::uuid[])}. */
  static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  static @Nullable Object at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
