// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
/** The events of a contract, and what they tell. */
@NullMarked
package com.faultmaven.contracts.cases.events;

import org.jspecify.annotations.NullMarked;
