/** What the set-up asks of its user. */
@NullMarked
package dev.plumbline.probes.setupwalk;

import org.jspecify.annotations.NullMarked;
