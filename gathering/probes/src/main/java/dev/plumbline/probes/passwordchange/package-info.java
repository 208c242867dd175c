/** Whether a changed password replaces the old one. */
@NullMarked
package dev.plumbline.probes.passwordchange;

import org.jspecify.annotations.NullMarked;
