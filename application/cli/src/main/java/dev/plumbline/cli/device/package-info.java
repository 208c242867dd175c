/** Commands that test a device, or read what other tools found out about it. */
@NullMarked
package dev.plumbline.cli.device;

import org.jspecify.annotations.NullMarked;
