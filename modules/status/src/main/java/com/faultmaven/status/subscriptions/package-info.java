/** Who is told of what is published, and how it reaches them. */
@NullMarked
package com.faultmaven.status.subscriptions;

import org.jspecify.annotations.NullMarked;
