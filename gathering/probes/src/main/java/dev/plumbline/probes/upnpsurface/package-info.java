/** What a device announces and lets anybody do by UPnP. */
@NullMarked
package dev.plumbline.probes.upnpsurface;

import org.jspecify.annotations.NullMarked;
