package com.faultmaven.contracts.events;

/** An event that this service receives: the service that produces it keeps its log. */
public non-sealed interface ConsumedEvent extends ContractEvent {}
