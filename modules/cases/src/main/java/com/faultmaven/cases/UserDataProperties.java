package com.faultmaven.cases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the data of a user is deleted.
 *
 * @param batch 1 to 1000 cases in one transaction
 */
@ConfigurationProperties("faultmaven.user-data")
record UserDataProperties(@DefaultValue("100") int batch) {

  private static final int MOST = 1000;

  UserDataProperties {
    if (batch < 1 || batch > MOST) {
      throw new IllegalArgumentException("batch must be 1 to " + MOST + ", not " + batch);
    }
  }
}
