/** What speaks at each open port. */
@NullMarked
package dev.plumbline.probes.serviceidentification;

import org.jspecify.annotations.NullMarked;
