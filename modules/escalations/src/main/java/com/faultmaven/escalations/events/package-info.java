/** Publishes the events of letters as the contract defines them, and hears of mails and cases. */
@NullMarked
package com.faultmaven.escalations.events;

import org.jspecify.annotations.NullMarked;
