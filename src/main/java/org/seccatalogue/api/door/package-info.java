/// What every request passes before it is answered: its body is received, and it waits its turn.
@NullMarked
package org.seccatalogue.api.door;

import org.jspecify.annotations.NullMarked;
