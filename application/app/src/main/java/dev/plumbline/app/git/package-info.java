/** The git command as a child, run so that nothing of a stranger's repository is executed. */
@NullMarked
package dev.plumbline.app.git;

import org.jspecify.annotations.NullMarked;
