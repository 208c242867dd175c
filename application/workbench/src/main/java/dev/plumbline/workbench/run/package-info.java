/** Runs of probes that are started and watched in a browser. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.run;
