package org.seccatalogue.job;

import java.time.Instant;

/// Fired as an event on every node at its start and each hour: who keeps things for some time
/// removes those whose time is over at that moment. Several nodes may do so at once.
public record Upkeep(Instant now) {}
