/** Which servers the device accepts when it is the client. */
@NullMarked
package dev.plumbline.probes.clienttls;

import org.jspecify.annotations.NullMarked;
