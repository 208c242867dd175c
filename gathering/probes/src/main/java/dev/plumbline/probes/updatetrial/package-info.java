/** Which update images the device takes. */
@NullMarked
package dev.plumbline.probes.updatetrial;

import org.jspecify.annotations.NullMarked;
