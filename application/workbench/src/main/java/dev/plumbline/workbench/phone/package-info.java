/** Evidence by phone: a second listener that takes files for one item, for a quarter of an hour. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.phone;
