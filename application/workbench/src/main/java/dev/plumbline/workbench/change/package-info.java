/** Pages that show what changed, and what follows from it. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.change;
