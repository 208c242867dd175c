/** What kind of address an IP address is: one classifier for all that sends or judges. */
@NullMarked
package dev.plumbline.core.address;

import org.jspecify.annotations.NullMarked;
