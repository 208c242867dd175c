/** One class a page: what it shows, and what its forms do. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.page;
