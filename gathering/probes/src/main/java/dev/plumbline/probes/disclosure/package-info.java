/** What texts that a device shows before login give away. */
@NullMarked
package dev.plumbline.probes.disclosure;

import org.jspecify.annotations.NullMarked;
