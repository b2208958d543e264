package com.faultmaven.contracts.events;

/** An event that this service sends: whoever publishes one has it written to the event log. */
public non-sealed interface ProducedEvent extends ContractEvent {}
