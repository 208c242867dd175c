/** Pages on which people answer each other: reviews, remarks, sign-offs. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.team;
