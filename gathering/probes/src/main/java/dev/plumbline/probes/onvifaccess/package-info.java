/** What the device service of a network camera gives without a login. */
@NullMarked
package dev.plumbline.probes.onvifaccess;

import org.jspecify.annotations.NullMarked;
