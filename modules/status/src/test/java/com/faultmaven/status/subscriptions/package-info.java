@NullMarked
package com.faultmaven.status.subscriptions;

import org.jspecify.annotations.NullMarked;
