package com.faultmaven.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whose tables are whose: each folder of migrations is a schema, and belongs to one module. */
final class SchemaOwners {

  /** Modules that are called after their schema, but for those whose schema is older than them. */
  private static final Map<String, String> OLDER_SCHEMAS =
      Map.of("messaging", "events", "web", "edge");

  private static final Set<String> SCHEMAS = schemas();

  private SchemaOwners() {}

  /** Whether a schema belongs to another module. One without a schema owns none of them. */
  static boolean isForeign(String schema, String module) {
    return SCHEMAS.contains(schema) && !schema.equals(OLDER_SCHEMAS.getOrDefault(module, module));
  }

  private static Set<String> schemas() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:db/migration/*/V*.sql"))
          .map(SchemaOwners::folderOf)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folderOf(Resource migration) {
    try {
      String[] path = migration.getURL().getPath().split("/");
      return path[path.length - 2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
