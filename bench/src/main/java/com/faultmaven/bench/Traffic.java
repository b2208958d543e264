package com.faultmaven.bench;

import com.faultmaven.bench.data.CaseStates;
import com.faultmaven.bench.data.Cases;
import com.faultmaven.bench.data.DataSet;
import com.faultmaven.bench.load.Requests;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.sql.Replay;
import java.sql.SQLException;

/** Makes what loads send. */
final class Traffic {

  /** So that neither the service nor the ceiling changes what the other knows of a case. */
  private enum Side {
    SERVICE(0, 1),
    CEILING(2, 3);

    private final int written;
    private final int moved;

    Side(int written, int moved) {
      this.written = written;
      this.moved = moved;
    }
  }

  private final DataSet data;
  private final Postgres postgres;
  private long seed = 1;

  Traffic(DataSet data, Postgres postgres) {
    this.data = data;
    this.postgres = postgres;
  }

  Requests of(Operation operation, int connections) throws SQLException {
    Cases cases = cases(operation, connections, Side.SERVICE);
    return connection -> operation.request(cases.next(connection));
  }

  Requests mixedDay(int connections) throws SQLException {
    return new MixedDay(operation -> cases(operation, connections, Side.SERVICE), seed++);
  }

  Requests of(Operation operation, Replay replay, int connections) throws SQLException {
    return replay.requests(cases(operation, connections, Side.CEILING), seed++);
  }

  private Cases cases(Operation operation, int connections, Side side) throws SQLException {
    return switch (operation.pool) {
      case ALL -> Cases.toRead(data, seed++);
      case WRITTEN -> toWrite(side.written, connections);
      case MOVED -> toWrite(side.moved, connections);
    };
  }

  private Cases toWrite(int pool, int connections) throws SQLException {
    CaseStates states = CaseStates.read(postgres.dataSource(), data, pool);
    return Cases.toWrite(data, states, pool, connections, seed++);
  }
}
