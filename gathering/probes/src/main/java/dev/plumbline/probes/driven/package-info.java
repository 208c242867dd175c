/** What probes share that make the device do something. */
@NullMarked
package dev.plumbline.probes.driven;

import org.jspecify.annotations.NullMarked;
