// Generated from contracts/asyncapi/escalations-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
/** The events of a contract, and what they tell. */
@NullMarked
package com.faultmaven.contracts.escalations.events;

import org.jspecify.annotations.NullMarked;
