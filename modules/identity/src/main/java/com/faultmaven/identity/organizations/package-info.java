/** Organizations and who belongs to them. */
@NullMarked
package com.faultmaven.identity.organizations;

import org.jspecify.annotations.NullMarked;
