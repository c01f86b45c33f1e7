/// What changed between two baselines.
@NullMarked
package org.seccatalogue.baseline.comparison;

import org.jspecify.annotations.NullMarked;
