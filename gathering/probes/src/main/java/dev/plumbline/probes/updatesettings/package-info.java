/** Whether the settings of updates can be changed. */
@NullMarked
package dev.plumbline.probes.updatesettings;

import org.jspecify.annotations.NullMarked;
