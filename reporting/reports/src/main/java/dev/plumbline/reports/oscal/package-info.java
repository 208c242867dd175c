/** OSCAL 1.1.2: seven documents that refer to each other by the names of their files. */
@NullMarked
package dev.plumbline.reports.oscal;

import org.jspecify.annotations.NullMarked;
