/** What a raw print port gives of its file system to anybody. */
@NullMarked
package dev.plumbline.probes.pjlfiles;

import org.jspecify.annotations.NullMarked;
