package com.faultmaven.movingin.opstatus;

import com.faultmaven.movingin.opstatus.Fields.Unusable;
import com.faultmaven.movingin.original.SourceAddress;
import com.faultmaven.movingin.original.UnusableSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads rows of an original status service, and says which of them cannot come. */
final class Rows implements AutoCloseable {

  private final SourceAddress address;
  private final Connection connection;
  private final boolean cut;
  private final Consumer<Refused> refused;

  Rows(SourceAddress address, boolean cut, Consumer<Refused> refused) throws SQLException {
    this.address = address;
    this.connection = address.connect();
    this.cut = cut;
    this.refused = refused;
  }

  /** Makes something of a row. */
  interface Mapping<T> {
    T of(Fields fields) throws SQLException, Unusable;
  }

  /** Is given the rows one after the other. */
  interface Handler {
    void accept(ResultSet row) throws SQLException;
  }

  void read(String sql, Handler rows, Object... parameters) {
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

  /** All rows of a statement that something can be made of. */
  <T> List<T> all(String sql, String kind, Mapping<T> mapping) {
    List<T> all = new ArrayList<>();
    read(sql, row -> take(kind, row, mapping, all::add));
    return all;
  }

  /** Hands over what is made of a row, or says why nothing is. */
  <T> void take(String kind, ResultSet row, Mapping<T> mapping, Consumer<T> taker)
      throws SQLException {
    Fields fields = fields(row);
    try {
      taker.accept(mapping.of(fields));
    } catch (Unusable why) {
      boolean link = kind.equals("service_incident");
      String id = fields.name(link ? "incident_id" : "id");
      refuse(new Refused(kind, id, false, why.field, why.reason, String.valueOf(why.getMessage())));
    }
  }

  Fields fields(ResultSet row) {
    return new Fields(row, cut);
  }

  void refuse(Refused why) {
    refused.accept(why);
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
