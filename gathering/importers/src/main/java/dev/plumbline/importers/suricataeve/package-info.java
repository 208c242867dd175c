/** Events of Suricata. */
@NullMarked
package dev.plumbline.importers.suricataeve;

import org.jspecify.annotations.NullMarked;
