/** Small servers for the tests of probes. */
@NullMarked
package dev.plumbline.probes.kit;

import org.jspecify.annotations.NullMarked;
