package com.faultmaven.casesv1;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages of v1.
 *
 * @param defaultPageSize cases on a page nobody gave a size
 * @param maxPageSize cases on a page at most, up to 100
 */
@ConfigurationProperties(prefix = "faultmaven.v1", ignoreUnknownFields = false)
record V1Properties(@DefaultValue("50") int defaultPageSize, @DefaultValue("100") int maxPageSize) {

  V1Properties {
    if (maxPageSize < 1
        || maxPageSize > 100
        || defaultPageSize < 1
        || defaultPageSize > maxPageSize) {
      throw new IllegalArgumentException(
          "MAX_PAGE_SIZE is 1 to 100, and DEFAULT_PAGE_SIZE 1 to MAX_PAGE_SIZE.");
    }
  }
}
