/** Logging in over FTP. */
@NullMarked
package dev.plumbline.client.ftp;

import org.jspecify.annotations.NullMarked;
