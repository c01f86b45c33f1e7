/// The only judge of what a record may come to say, where it may stand and at which stage: every
/// door asks [DraftRules], one draft at a time or a hundred thousand.
@NullMarked
package org.seccatalogue.rules;

import org.jspecify.annotations.NullMarked;
