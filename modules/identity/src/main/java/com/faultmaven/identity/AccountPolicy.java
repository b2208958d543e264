package com.faultmaven.identity;

/**
 * Who may have an account here.
 *
 * @param open whether anybody may register
 * @param passwordless whether there are accounts without a password
 * @param firstIsAdmin whether the first account operates the installation
 */
public record AccountPolicy(boolean open, boolean passwordless, boolean firstIsAdmin) {

  /** Where nobody becomes an administrator by being the first. */
  boolean isProduction() {
    return !firstIsAdmin;
  }
}
