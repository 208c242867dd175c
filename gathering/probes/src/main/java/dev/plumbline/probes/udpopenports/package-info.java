/** Which UDP ports answer. */
@NullMarked
package dev.plumbline.probes.udpopenports;

import org.jspecify.annotations.NullMarked;
