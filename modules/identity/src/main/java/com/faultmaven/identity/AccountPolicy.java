package com.faultmaven.identity;

/**
 * Who may have an account here.
 *
 * @param kept whether accounts are kept here at all
 * @param open whether anybody may register
 * @param passwordless whether there are accounts without a password
 * @param firstIsAdmin whether the first account operates the installation
 */
public record AccountPolicy(
    boolean kept, boolean open, boolean passwordless, boolean firstIsAdmin) {

  /**
   * Goes on if accounts are made, changed and deleted here.
   *
   * @throws NotServedHere otherwise
   */
  void requireKept() {
    if (!kept) {
      throw NotServedHere.accounts();
    }
  }

  /** Where nobody becomes an administrator by being the first. */
  boolean isProduction() {
    return !firstIsAdmin;
  }
}
