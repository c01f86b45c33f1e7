/// Kills at random while everybody works, and compares what they were told with what is there.
@NullUnmarked
package org.seccatalogue.torture;

import org.jspecify.annotations.NullUnmarked;
