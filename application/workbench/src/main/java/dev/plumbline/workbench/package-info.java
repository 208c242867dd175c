/** The workbench: a web server on this machine for the people who assess. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench;
