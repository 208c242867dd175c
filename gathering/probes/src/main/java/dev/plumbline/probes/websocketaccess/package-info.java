/** Which WebSockets a web server opens without a login, and to whose pages. */
@NullMarked
package dev.plumbline.probes.websocketaccess;

import org.jspecify.annotations.NullMarked;
