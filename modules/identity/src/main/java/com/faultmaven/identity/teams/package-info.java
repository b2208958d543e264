/** Teams of organizations and who is in them. */
@NullMarked
package com.faultmaven.identity.teams;

import org.jspecify.annotations.NullMarked;
