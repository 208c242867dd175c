/** What a replacement of the device regains. */
@NullMarked
package dev.plumbline.probes.replacement;

import org.jspecify.annotations.NullMarked;
