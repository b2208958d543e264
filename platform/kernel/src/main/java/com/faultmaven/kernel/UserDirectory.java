package com.faultmaven.kernel;

/**
 * Where the accounts of users are kept.
 *
 * @param here whether they are made, changed and deleted in this installation
 * @param elsewhere whether another service may tell that it has deleted a user
 */
public record UserDirectory(boolean here, boolean elsewhere) {}
