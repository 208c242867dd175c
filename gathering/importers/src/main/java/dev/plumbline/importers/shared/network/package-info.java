/** What several importers need: endpoints of URLs, ports, facts that wait for the end of a file. */
@NullMarked
package dev.plumbline.importers.shared.network;

import org.jspecify.annotations.NullMarked;
