/** Parts of a device that speak over UDP. */
@NullMarked
package dev.plumbline.testbed.datagram;

import org.jspecify.annotations.NullMarked;
