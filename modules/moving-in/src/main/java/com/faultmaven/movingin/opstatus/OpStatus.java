package com.faultmaven.movingin.opstatus;

import com.faultmaven.movingin.opstatus.Fields.Unusable;
import com.faultmaven.movingin.original.SourceAddress;
import com.faultmaven.movingin.original.UnusableSource;
import com.faultmaven.status.IncidentStatus;
import com.faultmaven.status.Severity;
import com.faultmaven.status.importing.ImportedIncident;
import com.faultmaven.status.importing.ImportedIncident.ImportedUpdate;
import com.faultmaven.status.importing.ImportedService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The database of an original status service, as it was at one moment. */
public final class OpStatus implements AutoCloseable {

  private static final Set<String> TABLES =
      Set.of("services", "incidents", "incident_updates", "service_incidents");

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_MESSAGE = 5000;

  private final SourceAddress address;
  private final Connection connection;
  private final boolean cut;
  private final Consumer<Refused> refused;

  private OpStatus(
      SourceAddress address, Connection connection, boolean cut, Consumer<Refused> refused) {
    this.address = address;
    this.connection = connection;
    this.cut = cut;
    this.refused = refused;
  }

  /** Whether a database is one of these: it has their tables, and none of cases. */
  public static boolean isAt(SourceAddress address) {
    try (Connection connection = address.connect();
        ResultSet found =
            connection.getMetaData().getTables(null, connection.getSchema(), null, null)) {
      Set<String> tables = new HashSet<>();
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
      return tables.containsAll(TABLES) && !tables.contains("cases");
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(address.dialect(), failure);
    }
  }

  /**
   * Opens one.
   *
   * @param cut whether texts that are too long come without their end
   * @param refused is told of what does not come
   */
  public static OpStatus open(SourceAddress address, boolean cut, Consumer<Refused> refused) {
    try {
      return new OpStatus(address, address.connect(), cut, refused);
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(address.dialect(), failure);
    }
  }

  /** All services, of which an organization has few. */
  public List<ImportedService> services() {
    return all(
        "select * from services order by id",
        "service",
        fields ->
            new ImportedService(
                fields.id("id"),
                fields.required("name", LONGEST_NAME),
                fields.text("description", LONGEST_DESCRIPTION),
                fields.time("created_at"),
                fields.time("updated_at")));
  }

  /** An incident without what other tables have of it, and the id it has there. */
  private record Bare(String key, ImportedIncident incident) {}

  /** Incidents as they come, and where the next ones begin; null if there are none. */
  public record Batch(List<ImportedIncident> incidents, @Nullable String next) {}

  /**
   * The next incidents in the order of their ids.
   *
   * @param after the empty string to begin with
   * @param services those that are known; others come to nothing
   */
  public Batch incidents(String after, int most, Set<UUID> services) {
    List<String> keys = new ArrayList<>();
    List<Bare> bare = new ArrayList<>();
    read(
        "select * from incidents where cast(id as text) > ? order by cast(id as text) limit "
            + most,
        row -> {
          keys.add(row.getString("id"));
          taken("incident", row, fields -> bare(row.getString("id"), fields), bare::add);
        },
        after);
    if (keys.isEmpty()) {
      return new Batch(List.of(), null);
    }
    Map<String, List<UUID>> touched = touched(keys, services);
    Map<String, List<ImportedUpdate>> updates = updates(keys);
    List<ImportedIncident> incidents =
        bare.stream()
            .map(
                it ->
                    whole(
                        it.incident(),
                        touched.getOrDefault(it.key(), List.of()),
                        updates.getOrDefault(it.key(), List.of())))
            .toList();
    return new Batch(incidents, keys.size() < most ? null : keys.getLast());
  }

  /** The original forgets at times when an incident was resolved. */
  private Bare bare(String key, Fields fields) throws SQLException, Unusable {
    UUID id = fields.id("id");
    IncidentStatus status = fields.word("status", IncidentStatus::of);
    Instant updated = fields.time("updated_at");
    Instant resolved = fields.timeIfAny("resolved_at");
    boolean over = status == IncidentStatus.RESOLVED;
    if (over != (resolved != null)) {
      refused.accept(
          new Refused(
              "incident",
              id.toString(),
              true,
              "resolved_at",
              over ? "missing" : "not_resolved",
              over
                  ? "It is resolved, and was when it changed last."
                  : "It is not resolved, and has no such time."));
    }
    return new Bare(
        key,
        new ImportedIncident(
            id,
            fields.required("title", LONGEST_TITLE),
            fields.text("body", LONGEST_BODY),
            fields.word("severity", Severity::of),
            status,
            fields.time("created_at"),
            updated,
            over ? resolved == null ? updated : resolved : null,
            List.of(),
            List.of()));
  }

  private static ImportedIncident whole(
      ImportedIncident it, List<UUID> services, List<ImportedUpdate> updates) {
    return new ImportedIncident(
        it.id(),
        it.title(),
        it.body(),
        it.severity(),
        it.status(),
        it.createdAt(),
        it.updatedAt(),
        it.resolvedAt(),
        services,
        updates);
  }

  private Map<String, List<UUID>> touched(List<String> incidents, Set<UUID> services) {
    Map<String, List<UUID>> touched = new HashMap<>();
    read(
        "select * from service_incidents where cast(incident_id as text) in ("
            + places(incidents)
            + ") order by service_id",
        row -> {
          String incident = row.getString("incident_id");
          taken(
              "service_incident",
              row,
              fields -> known(fields, services),
              id -> touched.computeIfAbsent(incident, _ -> new ArrayList<>()).add(id));
        },
        incidents.toArray());
    return touched;
  }

  private static UUID known(Fields fields, Set<UUID> services) throws SQLException, Unusable {
    UUID id = fields.id("service_id");
    if (!services.contains(id)) {
      throw new Unusable("service_id", "unknown", "This service did not come.");
    }
    return id;
  }

  private Map<String, List<ImportedUpdate>> updates(List<String> incidents) {
    Map<String, List<ImportedUpdate>> updates = new HashMap<>();
    read(
        "select * from incident_updates where cast(incident_id as text) in ("
            + places(incidents)
            + ") order by created_at, id",
        row -> {
          String incident = row.getString("incident_id");
          taken(
              "incident_update",
              row,
              fields ->
                  new ImportedUpdate(
                      fields.id("id"),
                      fields.required("message", LONGEST_MESSAGE),
                      fields.word("status", IncidentStatus::of),
                      fields.time("created_at")),
              update -> updates.computeIfAbsent(incident, _ -> new ArrayList<>()).add(update));
        },
        incidents.toArray());
    return updates;
  }

  /** Says which updates have no incident: SQLite lets them stay behind. */
  public void findStrays() {
    read(
        """
        select * from incident_updates u where not exists (
          select 1 from incidents i where i.id = u.incident_id)
        """,
        row ->
            refused.accept(
                new Refused(
                    "incident_update",
                    new Fields(row, cut).name("id"),
                    false,
                    "incident_id",
                    "unknown",
                    "There is no such incident.")));
  }

  private static String places(List<String> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private interface Reading<T> {
    T of(Fields fields) throws SQLException, Unusable;
  }

  private interface Rows {
    void accept(ResultSet row) throws SQLException;
  }

  private <T> List<T> all(String sql, String kind, Reading<T> reading) {
    List<T> all = new ArrayList<>();
    read(sql, row -> taken(kind, row, reading, all::add));
    return all;
  }

  private <T> void taken(String kind, ResultSet row, Reading<T> reading, Consumer<T> taker)
      throws SQLException {
    Fields fields = new Fields(row, cut);
    try {
      taker.accept(reading.of(fields));
    } catch (Unusable why) {
      boolean link = kind.equals("service_incident");
      String id = fields.name(link ? "incident_id" : "id");
      refused.accept(
          new Refused(kind, id, false, why.field, why.reason, String.valueOf(why.getMessage())));
    }
  }

  private void read(String sql, Rows rows, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < parameters.length; n++) {
        statement.setString(n + 1, parameters[n].toString());
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.accept(found);
        }
      }
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(address.dialect(), failure);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(address.dialect(), failure);
    }
  }
}
