/** Logging in over FTP. */
@NullMarked
package dev.plumbline.probes.ftp;

import org.jspecify.annotations.NullMarked;
