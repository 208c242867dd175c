/** Whether a port speaks BACnet/IP, which knows no login. */
@NullMarked
package dev.plumbline.probes.bacnetpresence;

import org.jspecify.annotations.NullMarked;
