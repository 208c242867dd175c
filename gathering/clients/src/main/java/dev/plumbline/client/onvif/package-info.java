/** Talking to the device service of network cameras. */
@NullMarked
package dev.plumbline.client.onvif;

import org.jspecify.annotations.NullMarked;
