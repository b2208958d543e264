/** What people are in the installation, in organizations and in teams, and what they so may do. */
@NullMarked
package com.faultmaven.identity.roles;

import org.jspecify.annotations.NullMarked;
