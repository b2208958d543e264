package com.faultmaven.database;

import com.faultmaven.kernel.Foreground;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Takes the connections of requests and those of everything else from pools of their own, so that
 * neither can leave the other without.
 */
class SharedConnections extends AbstractRoutingDataSource {

  SharedConnections(DataSource requests, DataSource background) {
    setTargetDataSources(Map.of(true, requests, false, background));
  }

  @Override
  protected Object determineCurrentLookupKey() {
    return Foreground.isHere();
  }
}
