/** Talking to the device service of network cameras. */
@NullMarked
package dev.plumbline.probes.onvif;

import org.jspecify.annotations.NullMarked;
