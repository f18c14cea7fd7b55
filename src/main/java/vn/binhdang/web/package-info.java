/** What all pages share: layout, components, error pages, and the texts in Vietnamese and English. */
@NullMarked
package vn.binhdang.web;

import org.jspecify.annotations.NullMarked;
