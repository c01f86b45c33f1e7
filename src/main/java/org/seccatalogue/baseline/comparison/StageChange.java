package org.seccatalogue.baseline.comparison;

/// The labels of the stages at which a record was and is.
public record StageChange(String before, String after) {}
