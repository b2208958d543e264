package com.faultmaven.contracts.events;

/** An event that this service sends: publishing one writes it to the event log. */
public non-sealed interface ProducedEvent extends ContractEvent {}
