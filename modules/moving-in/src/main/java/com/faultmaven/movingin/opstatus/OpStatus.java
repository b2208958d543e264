package com.faultmaven.movingin.opstatus;

import com.faultmaven.movingin.original.SourceAddress;
import com.faultmaven.movingin.original.UnusableSource;
import com.faultmaven.status.importing.ImportedIncident;
import com.faultmaven.status.importing.ImportedService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
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

  private final Rows rows;
  private final Incidents incidents;

  private OpStatus(Rows rows) {
    this.rows = rows;
    this.incidents = new Incidents(rows);
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
      return new OpStatus(new Rows(address, cut, refused));
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(address.dialect(), failure);
    }
  }

  /** All services, of which an organization has few. */
  public List<ImportedService> services() {
    return rows.all(
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

  /** Incidents as they come, and where the next ones begin; null if there are none. */
  public record Batch(List<ImportedIncident> incidents, @Nullable String next) {}

  /**
   * The next incidents in the order of their ids.
   *
   * @param after the empty string to begin with
   * @param services those that are known; others come to nothing
   */
  public Batch incidents(String after, int most, Set<UUID> services) {
    return incidents.next(after, most, services);
  }

  /** Says which updates have no incident: SQLite lets them stay behind. */
  public void findStrays() {
    rows.read(
        """
        select * from incident_updates u where not exists (
          select 1 from incidents i where i.id = u.incident_id)
        """,
        row ->
            rows.refuse(
                new Refused(
                    "incident_update",
                    rows.fields(row).name("id"),
                    false,
                    "incident_id",
                    "unknown",
                    "There is no such incident.")));
  }

  @Override
  public void close() {
    rows.close();
  }
}
