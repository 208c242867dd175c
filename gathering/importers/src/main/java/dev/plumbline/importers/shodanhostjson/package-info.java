/** Reads what Shodan tells of a host. */
@NullMarked
package dev.plumbline.importers.shodanhostjson;

import org.jspecify.annotations.NullMarked;
