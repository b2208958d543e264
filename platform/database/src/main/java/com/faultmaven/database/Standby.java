package com.faultmaven.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Gives up connections to a server that became a standby: a new one leads to the primary, where the
 * address or {@code targetServerType} does.
 */
class Standby implements SQLExceptionOverride {

  private static final String READ_ONLY = "25006";

  /** The annotation's usual name is that of what is returned here. */
  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return READ_ONLY.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
