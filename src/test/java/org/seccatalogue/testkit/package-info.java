/// What tests of several packages share.
@NullMarked
package org.seccatalogue.testkit;

import org.jspecify.annotations.NullMarked;
