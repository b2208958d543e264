package com.faultmaven.kernel;

/**
 * Something that clients can do here because a module is part of this installation, which adds a
 * bean for it.
 *
 * @param name by which clients know it
 */
public record Feature(String name) {}
