/// Where costly work waits: bounded queues with threads of their own and a share for each client.
@NullMarked
package org.seccatalogue.queue;

import org.jspecify.annotations.NullMarked;
