/** What becomes of the device without network or power. */
@NullMarked
package dev.plumbline.probes.outages;

import org.jspecify.annotations.NullMarked;
