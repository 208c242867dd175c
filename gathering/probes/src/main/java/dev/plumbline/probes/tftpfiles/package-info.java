/** Files that anybody can read over TFTP. */
@NullMarked
package dev.plumbline.probes.tftpfiles;

import org.jspecify.annotations.NullMarked;
