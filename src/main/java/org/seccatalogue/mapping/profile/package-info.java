/// Profiles: how a source writes what we call otherwise, delivered or saved.
@NullMarked
package org.seccatalogue.mapping.profile;

import org.jspecify.annotations.NullMarked;
