package org.seccatalogue.baseline;

/// Fired as an event, within the transaction that publishes it, when a baseline is closed.
public record BaselineFrozen(Baseline baseline, String by) {}
