package com.faultmaven.reports;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who reads reports.
 *
 * @param user null for somebody who does not say who they are
 * @param moderates whether they see what is quarantined, and say what is rejected
 */
public record Reader(
    OrganizationId organization, @Nullable UserId user, boolean admin, boolean moderates) {

  /**
   * Which reports {@code r} somebody may read; takes {@code :organization}, {@code :readable} and
   * {@code :reader}.
   */
  public static final String VISIBLE =
      """
      r.organization_id = :organization
        and (r.visibility = any(:readable) or r.visibility = 'private' and r.reporter_id = :reader)
      """;

  public static Reader of(Caller caller) {
    boolean admin = caller.isAdmin();
    return new Reader(caller.organizationId(), caller.userId(), admin, admin || caller.isService());
  }

  /** Somebody who does not say who they are. */
  public static Reader nobody() {
    return new Reader(OrganizationId.DEFAULT, null, false, false);
  }

  /** Whose reports they may read, whoever reported. */
  public String[] readable() {
    List<String> readable = new ArrayList<>(List.of(Visibility.PUBLIC.word()));
    if (user != null) {
      readable.add(Visibility.ORGANIZATION.word());
    }
    if (admin) {
      readable.add(Visibility.PRIVATE.word());
    }
    if (moderates) {
      readable.add(Visibility.QUARANTINED.word());
    }
    return readable.toArray(String[]::new);
  }

  /** Whether they see no more than everybody does. */
  public boolean isNobody() {
    return user == null;
  }

  boolean is(@Nullable UserId other) {
    return user != null && user.equals(other);
  }

  /** The name by which they are known, if they are. */
  public @Nullable String name() {
    return user == null ? null : user.value();
  }
}
