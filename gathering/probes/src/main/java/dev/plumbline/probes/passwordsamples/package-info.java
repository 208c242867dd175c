/** What the pre-installed passwords of several units have in common. */
@NullMarked
package dev.plumbline.probes.passwordsamples;

import org.jspecify.annotations.NullMarked;
