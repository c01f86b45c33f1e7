/// Pages for readers of what was published. They know nothing of the draft and of who asks.
@NullMarked
package org.seccatalogue.page.published;

import org.jspecify.annotations.NullMarked;
