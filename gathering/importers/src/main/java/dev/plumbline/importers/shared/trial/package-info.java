/** What a tester notes in the log of a tool that touched the device. */
@NullMarked
package dev.plumbline.importers.shared.trial;

import org.jspecify.annotations.NullMarked;
