/** The dossiers that are served, judged when they change and not when they are read. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.product;
