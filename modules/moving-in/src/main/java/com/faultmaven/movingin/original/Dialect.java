package com.faultmaven.movingin.original;

/** Where the two databases of the original service differ in their SQL. */
public enum Dialect {
  SQLITE {
    @Override
    String text(String column) {
      return column;
    }

    /**
     * With the plus sign SQLite does not look for what begins like the pattern, which is every id,
     * but for what comes after the last batch.
     */
    @Override
    String isId(String column) {
      return "typeof(%1$s) = 'text' and octet_length(%1$s) = octet_length('case_000000000000')"
          .concat(" and +%1$s glob 'case_%2$s'")
          .formatted(column, "[0-9a-f]".repeat(12));
    }

    @Override
    String among(String column) {
      return column + " in (select value from json_each(?))";
    }

    /** Whatever form a time is written in; what came in one instant is in the order it came in. */
    @Override
    String inTime(String time) {
      return "strftime('%Y-%m-%d %H:%M:%f', @), replace(@, 'T', ' '), rowid".replace("@", time);
    }
  },
  POSTGRES {
    @Override
    String text(String column) {
      return column + "::text";
    }

    @Override
    String isId(String column) {
      return column + " ~ '^case_[a-f0-9]{12}$'";
    }

    @Override
    String among(String column) {
      return column + " = any(?)";
    }

    /** Rows that came in one transaction have one time; they lie in the order they came in. */
    @Override
    String inTime(String time) {
      return time + ", ctid";
    }
  };

  /** The column as text. */
  abstract String text(String column);

  /** Whether it is the id of a case. */
  abstract String isId(String column);

  /** Whether it is one of the values of a parameter. */
  abstract String among(String column);

  /** What messages are ordered by. */
  abstract String inTime(String time);
}
