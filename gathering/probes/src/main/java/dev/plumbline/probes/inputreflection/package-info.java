/** Whether a web server gives input back as it came. */
@NullMarked
package dev.plumbline.probes.inputreflection;

import org.jspecify.annotations.NullMarked;
