/** Folders for those who extend Plumbline: what a new thing of each kind begins as. */
@NullMarked
package dev.plumbline.app.scaffold;

import org.jspecify.annotations.NullMarked;
