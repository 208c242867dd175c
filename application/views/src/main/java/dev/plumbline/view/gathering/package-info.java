/** What is gathered: from drivers, captures, firmware and the files of other tools. */
@NullMarked
package dev.plumbline.view.gathering;

import org.jspecify.annotations.NullMarked;
