/** How a run of probes went. */
@NullMarked
package dev.plumbline.observation.run;

import org.jspecify.annotations.NullMarked;
