package org.seccatalogue.baseline.freezing;

import org.seccatalogue.baseline.Baseline;

/// Fired as an event, within the transaction that publishes it, when a baseline is closed.
public record BaselineFrozen(Baseline baseline, String by) {}
