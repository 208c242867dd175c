/** Which update images the device fetches and runs. */
@NullMarked
package dev.plumbline.probes.updatefetch;

import org.jspecify.annotations.NullMarked;
