/** What the manufacturer publishes. */
@NullMarked
package dev.plumbline.probes.publicpages;

import org.jspecify.annotations.NullMarked;
