/** Traffic of the device, told alike whatever tool wrote the log. */
@NullMarked
package dev.plumbline.importers.shared.traffic;

import org.jspecify.annotations.NullMarked;
