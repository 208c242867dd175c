/** Lists of sockets that a console of the device printed. */
@NullMarked
package dev.plumbline.importers.socketlist;

import org.jspecify.annotations.NullMarked;
