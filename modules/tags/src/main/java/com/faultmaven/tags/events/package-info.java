/** Publishes the events of tags as the contract defines them, and consumes those of cases. */
@NullMarked
package com.faultmaven.tags.events;

import org.jspecify.annotations.NullMarked;
