/** What the public sees of an organization: its services, and what is announced about them. */
@NullMarked
package com.faultmaven.status.page;

import org.jspecify.annotations.NullMarked;
